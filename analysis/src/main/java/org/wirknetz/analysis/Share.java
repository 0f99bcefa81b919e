package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// A part of a whole; undefined where the whole is nothing.
public record Share(double part, double whole) {
    public OptionalDouble value() {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }

    static OptionalDouble of(double part, double whole) {
        return new Share(part, whole).value();
    }
}
