package org.wirknetz.agreements;

/// How partners work together (German: *Kooperationsform*).
public enum CooperationForm {
    /// They divide the market: each serves what the other does not.
    COMPLEMENTARY,
    /// They help one another towards something, such as money or a voice.
    SUPPORTIVE,
    /// They do one task together.
    INTEGRATIVE
}
