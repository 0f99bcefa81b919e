package org.wirknetz.equality;

/// In what a line counts.
public enum Measure {
    PERSONS,
    TIMES,
    EURO
}
