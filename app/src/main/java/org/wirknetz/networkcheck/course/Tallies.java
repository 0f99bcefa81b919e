package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Gift;
import org.wirknetz.networkcheck.Work;

/// Every [Tally] through the quarters, with the ranges of today and of a year ago.
public final class Tallies {

    private Tallies() {}

    /// @param coordinator whether the coordination office counts
    public static Map<Tally, Followed> of(
            Chronicle chronicle, Work work, List<Gift> gifts, LocalDate day, boolean coordinator, Effort effort) {
        var days = chronicle.quarters(day, Courses.QUARTERS);
        var points = new EnumMap<Tally, List<Followed.Point>>(Tally.class);
        for (var tally : Tally.values()) points.put(tally, new ArrayList<>());
        for (var quarter : days) {
            effort.check();
            var sight = sight(chronicle, work, gifts, quarter, coordinator);
            points.forEach((tally, list) ->
                    list.add(new Followed.Point(quarter, tally.of(sight).without(null))));
        }
        var now = ranges(sight(chronicle, work, gifts, day, coordinator), effort);
        var before = day.minusYears(1);
        Map<Tally, Range> yearAgo = days.getFirst().isAfter(before)
                ? Map.of()
                : ranges(sight(chronicle, work, gifts, before, coordinator), effort);
        var followed = new EnumMap<Tally, Followed>(Tally.class);
        points.forEach((tally, list) -> followed.put(
                tally,
                Followed.of(list, Optional.ofNullable(now.get(tally)), Optional.ofNullable(yearAgo.get(tally)))));
        return followed;
    }

    /// What was counted on the day alone.
    public static Map<Tally, Portion> on(
            Chronicle chronicle, Work work, List<Gift> gifts, LocalDate day, Set<Tally> wanted) {
        var sight = sight(chronicle, work, gifts, day, true);
        var counted = new EnumMap<Tally, Portion>(Tally.class);
        for (var tally : wanted) counted.put(tally, tally.of(sight).without(null));
        return counted;
    }

    /// Something that is read by whoever may know it, and is followed like every count.
    static Followed follow(Chronicle chronicle, LocalDate day, Function<LocalDate, Taken> taking) {
        var days = chronicle.quarters(day, Courses.QUARTERS);
        var points = days.stream()
                .map(it -> new Followed.Point(it, taking.apply(it).without(null)))
                .toList();
        var before = day.minusYears(1);
        boolean few = chronicle.members().size() <= Courses.MOST_LEFT_OUT;
        return Followed.of(
                points,
                few ? range(taking.apply(day), chronicle) : Optional.empty(),
                few && !days.getFirst().isAfter(before) ? range(taking.apply(before), chronicle) : Optional.empty());
    }

    private static Sight sight(Chronicle chronicle, Work work, List<Gift> gifts, LocalDate day, boolean coordinator) {
        var whole = chronicle.asOf(day);
        return new Sight(chronicle, coordinator ? whole : whole.withoutCoordinator(), work, gifts);
    }

    private static Map<Tally, Range> ranges(Sight sight, Effort effort) {
        var ranges = new EnumMap<Tally, Range>(Tally.class);
        if (sight.snapshot().members().size() > Courses.MOST_LEFT_OUT) return ranges;
        for (var tally : Tally.values()) {
            effort.check();
            if (tally.leavesOut()) range(tally.of(sight), sight.chronicle()).ifPresent(it -> ranges.put(tally, it));
        }
        return ranges;
    }

    private static Optional<Range> range(Taken taken, Chronicle chronicle) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        // Those that have left too: who they were can be all there is to count.
        for (var member : chronicle.members()) {
            var value = taken.without(member.id()).value();
            if (value.isEmpty()) continue;
            low = Math.min(low, value.getAsDouble());
            high = Math.max(high, value.getAsDouble());
        }
        return low > high ? Optional.empty() : Optional.of(new Range(low, high));
    }
}
