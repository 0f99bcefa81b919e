package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.wirknetz.analysis.RandomBaseline;
import org.wirknetz.analysis.Range;

/// One value through the quarters.
///
/// @param points oldest first, the last is the day itself; without a value where the network was too thin or too small
/// @param now between which values it would be if any one organisation were missing; empty where that was not worked
///     out
/// @param yearAgo the same a year before
/// @param chance beside random networks in which everyone has as many partners; empty where that says nothing
public record Course(
        List<Point> points, Optional<Range> now, Optional<Range> yearAgo, Optional<RandomBaseline.Comparison> chance) {

    /// So many quarters make a history to compare with.
    private static final int FEWEST_QUARTERS = 4;

    private static final double LOW = 0.25;
    private static final double HIGH = 0.75;

    public record Point(LocalDate day, OptionalDouble value) {}

    /// An arrow is drawn only where the ranges of a year do not overlap: the change is more than one organisation more
    /// or less could cause.
    public enum Trend {
        RISING,
        FALLING,
        NONE
    }

    /// Against the network's own earlier quarters; literature gives no thresholds.
    public enum Level {
        LOW,
        MIDDLE,
        HIGH,
        UNKNOWN
    }

    public Course {
        points = List.copyOf(points);
    }

    /// Of the day alone, beside chance: where nothing tells since when.
    public Course ofTheDay() {
        return new Course(points.subList(Math.max(0, points.size() - 1), points.size()), now, Optional.empty(), chance);
    }

    public Trend trend() {
        if (now.isEmpty() || yearAgo.isEmpty() || now.get().overlaps(yearAgo.get())) return Trend.NONE;
        return now.get().low() > yearAgo.get().high() ? Trend.RISING : Trend.FALLING;
    }

    public Level level() {
        if (points.isEmpty() || points.getLast().value().isEmpty()) return Level.UNKNOWN;
        double value = points.getLast().value().getAsDouble();
        var earlier = points.subList(0, points.size() - 1).stream()
                .map(Point::value)
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray();
        if (earlier.length < FEWEST_QUARTERS) return Level.UNKNOWN;
        double below = 0;
        for (double one : earlier) below += one < value - 1e-12 ? 1 : one <= value + 1e-12 ? 0.5 : 0;
        double share = below / earlier.length;
        return share <= LOW ? Level.LOW : share >= HIGH ? Level.HIGH : Level.MIDDLE;
    }

    /// Where it stands among random networks: 0 below all, 1 above all; empty where nothing was compared.
    public OptionalDouble quantile() {
        return chance.map(RandomBaseline.Comparison::quantile).orElse(OptionalDouble.empty());
    }
}
