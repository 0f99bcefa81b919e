package org.wirknetz.networkcheck.check;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.check.CheckResult.Measure;

/// Makes measures that all know their boundary, their missing data and their display.
final class Measuring {
    private final int n;
    private final Display display;
    private final CheckWords words;

    Measuring(int n, Display display, CheckWords words) {
        this.n = n;
        this.display = display;
        this.words = words;
    }

    Measure withheld(MeasureId id, Withheld why, @Nullable Double missing, String... basis) {
        var text = words.say("check.withheld." + why.code());
        return new Measure(id, null, Map.of(), null, null, n, missing, text, why, List.of(basis));
    }

    Measure value(MeasureId id, OptionalDouble value, @Nullable Double missing, String... basis) {
        return value.isEmpty()
                ? withheld(id, Withheld.UNDEFINED, missing, basis)
                : measure(id, value.getAsDouble(), null, null, missing, basis);
    }

    /// A value that is put into words, for as a number it would mislead.
    Measure said(
            MeasureId id, OptionalDouble value, Supplier<String> words, @Nullable Double missing, String... basis) {
        return value.isEmpty()
                ? withheld(id, Withheld.UNDEFINED, missing, basis)
                : value(id, value, missing, basis).showing(display.of(words));
    }

    /// A part of a whole; withheld as undefined where the whole is nothing.
    Measure ratio(MeasureId id, double part, double whole, @Nullable Double missing, String... basis) {
        return whole == 0
                ? withheld(id, Withheld.UNDEFINED, missing, basis)
                : measure(id, part / whole, part, whole, missing, basis);
    }

    Measure census(Map<String, Long> counts, @Nullable Double missing, String... basis) {
        return new Measure(
                MeasureId.TRIADS, null, counts, null, null, n, missing, display.census(), null, List.of(basis));
    }

    private static OptionalDouble optional(@Nullable Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private Measure measure(
            MeasureId id,
            double value,
            @Nullable Double numerator,
            @Nullable Double denominator,
            @Nullable Double missing,
            String... basis) {
        var tied = id.structural() && List.of(basis).contains("ties");
        var shown = display.of(id, value, optional(numerator), optional(denominator), tied);
        return new Measure(id, value, Map.of(), numerator, denominator, n, missing, shown, null, List.of(basis));
    }
}
