package org.wirknetz.surveys;

/// How something is asked.
public enum Kind {
    /// Rated from 1 (not true at all) to 5 (fully true), or not judged; without a name.
    STATEMENT,
    /// Which organisations one's own works with; in the name of the organisation.
    TIE
}
