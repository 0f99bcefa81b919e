package org.wirknetz.products;

import java.util.Optional;

/// How far a product has come (German: *Stufe*), in this order. It may also fall back; the history keeps every step.
public enum Stage {
    IDEA,
    CONCEPT,
    PILOT,
    MARKET,
    ENDED;

    /// The one that usually follows.
    public Optional<Stage> next() {
        return this == ENDED ? Optional.empty() : Optional.of(values()[ordinal() + 1]);
    }
}
