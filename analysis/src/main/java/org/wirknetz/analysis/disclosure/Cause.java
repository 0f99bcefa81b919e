package org.wirknetz.analysis.disclosure;

/// Why a count is hidden. Not for publication: to know that a count is small narrows it.
public enum Cause {
    /// Fewer than the minimum.
    MINIMUM,
    /// A 0 of a sensitive item says of all that they are not.
    NOBODY,
    /// Too few known answers in the whole body.
    SMALL_BODY,
    /// One or two contributors hold nearly all of a sum.
    DOMINANCE,
    /// The second largest contributor could estimate the largest.
    P_PERCENT,
    /// Whoever takes off their own part would be left with an unsafe count.
    OWN_PART,
    /// Hidden when the same count was published before.
    BEFORE,
    /// Safe by itself, hidden to protect another.
    COMPLEMENT
}
