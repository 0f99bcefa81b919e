package org.wirknetz.networkcheck.course;

import java.util.OptionalDouble;

/// So much of the whole; an index is a part of 1.
public record Portion(double part, double whole) {

    static Portion index(OptionalDouble value) {
        return value.isEmpty() ? new Portion(0, 0) : new Portion(value.getAsDouble(), 1);
    }

    /// Undefined where there is nothing to have a part of.
    public OptionalDouble value() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
