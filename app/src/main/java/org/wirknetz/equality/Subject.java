package org.wirknetz.equality;

/// What a collection looks at.
public enum Subject {
    /// Who sits in which body: people, in one table with totals.
    BODIES,
    /// Who has how much of which resource: each line by itself, in times or euros.
    RESOURCES
}
