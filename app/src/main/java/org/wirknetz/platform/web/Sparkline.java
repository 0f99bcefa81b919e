package org.wirknetz.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// A small history of at most 120 by 28 pixels without axes; the last value carries a dot.
///
/// @param values in order of time, at least two
public record Sparkline(List<Double> values) {

    private static final double WIDTH = 116;
    private static final double TOP = 4;
    private static final double BOTTOM = 24;

    public Sparkline {
        values = List.copyOf(values);
        if (values.size() < 2) throw new IllegalArgumentException("A history needs two values.");
    }

    public String points() {
        return IntStream.range(0, values.size())
                .mapToObj(at -> number(x(at)) + "," + number(y(at)))
                .collect(Collectors.joining(" "));
    }

    public String lastX() {
        return number(x(values.size() - 1));
    }

    public String lastY() {
        return number(y(values.size() - 1));
    }

    private double x(int at) {
        return WIDTH * at / (values.size() - 1);
    }

    /// A history in which nothing changed lies in the middle.
    private double y(int at) {
        var lowest = all().min().orElseThrow();
        var highest = all().max().orElseThrow();
        if (lowest == highest) return (TOP + BOTTOM) / 2;
        return BOTTOM - (BOTTOM - TOP) * (values.get(at) - lowest) / (highest - lowest);
    }

    private DoubleStream all() {
        return values.stream().mapToDouble(Double::doubleValue);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
