package org.wirknetz.directory;

/// What kind of structure of the region it is.
public enum StructureKind {
    /// Meets and decides (*Gremium*).
    BODY,
    /// Works together for a time or a cause (*Bündnis*).
    ALLIANCE,
    /// Is funded for a time (*Programm*).
    PROGRAMME
}
