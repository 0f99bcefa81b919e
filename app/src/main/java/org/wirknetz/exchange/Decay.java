package org.wirknetz.exchange;

/// How long a favour counts.
public enum Decay {
    /// Half as much after twelve months (F1): `weight · 0.5^(age / 12 months)`.
    FADING,
    /// In full for two years (M10), then not at all: a return may take its time, but not for ever.
    PLAIN;

    public static final int HALF_LIFE_MONTHS = 12;
    static final int WINDOW_MONTHS = 24;
    static final double HALF_LIFE_DAYS = 365.2425;
}
