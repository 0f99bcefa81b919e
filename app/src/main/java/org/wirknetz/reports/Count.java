package org.wirknetz.reports;

/// So many of so many, as it may be told to those who are outside: neither the part nor what is left is named
/// where
/// it is one or two, so that nobody can be told apart by counting, nor by taking one number from another.
public record Count(long part, long whole) {

    /// As official statistics do it (`domain.md` 6.4).
    public static final int LEAST = 3;

    /// Of fewer than this nothing is said.
    public static final int FEWEST = 5;

    public enum Kind {
        TOO_SMALL,
        NONE,
        FEW,
        EXACT,
        ALL_BUT_FEW,
        ALL
    }

    public Count {
        if (part < 0 || part > whole) throw new IllegalArgumentException(part + " of " + whole);
    }

    public Kind kind() {
        if (whole < FEWEST) return Kind.TOO_SMALL;
        if (part == 0) return Kind.NONE;
        if (part == whole) return Kind.ALL;
        if (part < LEAST) return Kind.FEW;
        return whole - part < LEAST ? Kind.ALL_BUT_FEW : Kind.EXACT;
    }

    /// One of two numbers that could be taken from a third: both are shown, or none.
    static boolean showable(long number) {
        return number == 0 || number >= LEAST;
    }
}
