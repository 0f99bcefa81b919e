package org.wirknetz.networkcheck.check;

/// Why a measure has no value.
public enum Withheld {
    /// The table that it is measured on was not handed over, or holds nothing for the day.
    NO_DATA("no-data"),
    /// Those who are not the office read a figure in words at ends of quarters alone: it counts what is known of each
    /// partner to the office.
    DISCREET("no-data"),
    /// The rows have no dates, so nothing can be said about change.
    NO_DATES("no-dates"),
    /// No organisation is marked as coordination office.
    NO_COORDINATOR("no-coordinator"),
    /// The definition gives no number here, such as a path length without ties.
    UNDEFINED("undefined");

    private final String code;

    Withheld(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
