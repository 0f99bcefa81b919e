package org.wirknetz.directory;

/// What somebody does in the network (German: *Beauftragung*).
public enum MandateKind {
    /// Speaks for an organisation.
    REPRESENTS,
    /// Leads a group.
    LEADS,
    /// Answers for a topic, such as gender and cultural mainstreaming.
    RESPONSIBLE,
    /// Something the network depends on; it should have a deputy.
    KEY_FUNCTION
}
