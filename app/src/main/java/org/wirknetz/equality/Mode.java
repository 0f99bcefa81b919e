package org.wirknetz.equality;

/// How answers come in. No mode stores a name beside an answer that is kept.
public enum Mode {
    /// Each organisation tells how many of its people say what.
    COUNTS,
    /// Each person answers without a name, with a slip that lets them do it once.
    BALLOT,
    /// Each person declares for themselves, with consent; off until the network has assessed it (Art. 35
    /// GDPR).
    INDIVIDUAL;

    /// Those who answer are a sample of those who could; organisations count all.
    public boolean samples() {
        return this != COUNTS;
    }
}
