package org.wirknetz.access;

/// What somebody is in the software (German: *Recht*). Not a position in an organisation, not a mandate in
/// the network.
public enum Role {
    /// The coordination office: sees and maintains the whole network.
    OFFICE,
    /// Maintains one partner organisation and speaks for it.
    PARTNER_ADMIN,
    /// Works for one partner organisation.
    PARTNER_STAFF,
    /// Takes part in a group; sees the directory as partners do.
    GROUP_MEMBER,
    /// Reads protected figures and approved views; no personal data.
    FUNDER
}
