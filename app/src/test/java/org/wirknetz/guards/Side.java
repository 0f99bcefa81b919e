package org.wirknetz.guards;

/// Which side of a row the asking partner's organisation is on.
enum Side {
    /// Giver, from, owner, first party; or the only organisation the row is about.
    FIRST,
    /// Receiver, to, partner without ownership, second party.
    SECOND,
    /// The row is about two others.
    NEITHER
}
