package org.wirknetz.analysis.disclosure;

/// How much may be tried for one publication. When it is used up, the answer is the one that is safe without
/// trying: to hide more, or not to publish.
final class Budget {
    private final long whole;
    private long used;

    Budget(long whole) {
        this.whole = whole;
    }

    /// Whether there is so much left; then it is used.
    boolean take(long pieces) {
        if (pieces > whole - used) {
            used = whole;
            return false;
        }
        used += pieces;
        return true;
    }

    boolean isUsedUp() {
        return used == whole;
    }

    long used() {
        return used;
    }
}
