package org.wirknetz.networkcheck;

/// How two partners work together (German: *Kooperationsform*).
public enum CooperationForm {
    /// Each does what the other does not.
    COMPLEMENTARY,
    /// One strengthens what the other does.
    SUPPORTIVE,
    /// Both do one thing together.
    INTEGRATIVE
}
