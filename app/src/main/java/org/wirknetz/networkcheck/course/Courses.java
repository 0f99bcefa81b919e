package org.wirknetz.networkcheck.course;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.LeaveOneOut;
import org.wirknetz.analysis.RandomBaseline;
import org.wirknetz.analysis.Range;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;

/// Every gauge through the quarters, with the ranges of today and of a year ago, and beside chance.
///
/// The boundary of each quarter is that quarter's own; a quarter in which fewer than six in ten members had a tie gives
/// no value, for it would describe the gaps.
public final class Courses {

    public static final int QUARTERS = 12;

    /// Leaving each one out in turn is worked out up to this size; above, one in so many changes nothing to be seen.
    static final int MOST_LEFT_OUT = 300;

    private static final int FEWEST = 5;
    private static final double LEAST_DOCUMENTED = 0.6;
    private static final int DRAWS = 200;
    private static final int FEW_DRAWS = 20;
    private static final long SEED = 20_240_101L;

    private final Chronicle chronicle;
    private final boolean coordinator;
    private final Effort effort;
    private final @Nullable String office;

    private Courses(Chronicle chronicle, boolean coordinator, Effort effort) {
        this.chronicle = chronicle;
        this.coordinator = coordinator;
        this.effort = effort;
        this.office = chronicle.members().stream()
                .filter(Member::coordinator)
                .map(it -> it.id().toString())
                .findFirst()
                .orElse(null);
    }

    /// @param coordinator whether the coordination office counts
    public static Map<Gauge, Course> of(Chronicle chronicle, LocalDate day, boolean coordinator, Effort effort) {
        return new Courses(chronicle, coordinator, effort).to(day);
    }

    private Map<Gauge, Course> to(LocalDate day) {
        var days = chronicle.quarters(day, QUARTERS);
        int steps = days.size() + 3;
        var points = new EnumMap<Gauge, List<Course.Point>>(Gauge.class);
        for (var gauge : Gauge.values()) points.put(gauge, new ArrayList<>());
        for (var quarter : days) {
            effort.step(days.indexOf(quarter), steps);
            var graph = graph(quarter);
            points.forEach((gauge, course) -> course.add(new Course.Point(
                    quarter, graph.map(it -> gauge.of(it, office)).orElse(OptionalDouble.empty()))));
        }
        var now = ranges(graph(day));
        effort.step(days.size() + 1, steps);
        var yearAgo = days.getFirst().isAfter(day.minusYears(1)) ? Ranges.NONE : ranges(graph(day.minusYears(1)));
        effort.step(days.size() + 2, steps);
        var chance = chance(graph(day));
        effort.step(steps, steps);
        var courses = new EnumMap<Gauge, Course>(Gauge.class);
        points.forEach((gauge, course) -> courses.put(
                gauge,
                new Course(
                        course,
                        Optional.ofNullable(now.of().get(gauge)),
                        Optional.ofNullable(yearAgo.of().get(gauge)),
                        Optional.ofNullable(chance.get(gauge)))));
        return courses;
    }

    /// Empty where so little is known of the day that structure would say nothing.
    private Optional<Graph> graph(LocalDate day) {
        var whole = chronicle.asOf(day);
        Snapshot snapshot = coordinator ? whole : whole.withoutCoordinator();
        int size = snapshot.members().size();
        if (size < FEWEST) return Optional.empty();
        var graph = snapshot.graph();
        int tied = 0;
        for (int node = 0; node < size; node++) if (graph.degree(node) > 0) tied++;
        return tied < LEAST_DOCUMENTED * size ? Optional.empty() : Optional.of(graph);
    }

    private record Ranges(Map<Gauge, Range> of) {
        static final Ranges NONE = new Ranges(Map.of());
    }

    private Ranges ranges(Optional<Graph> graph) {
        if (graph.isEmpty() || graph.get().size() > MOST_LEFT_OUT) return Ranges.NONE;
        var ranges = new EnumMap<Gauge, Range>(Gauge.class);
        for (var gauge : Gauge.values()) {
            effort.check();
            LeaveOneOut.range(graph.get(), it -> gauge.of(it, office)).ifPresent(it -> ranges.put(gauge, it));
        }
        return new Ranges(ranges);
    }

    private Map<Gauge, RandomBaseline.Comparison> chance(Optional<Graph> graph) {
        if (graph.isEmpty() || graph.get().ties() == 0) return Map.of();
        var measures = new LinkedHashMap<String, Function<Graph, OptionalDouble>>();
        for (var gauge : Gauge.values()) {
            if (gauge.comparesWithChance()) measures.put(gauge.name(), it -> gauge.of(it, office));
        }
        int draws = graph.get().size() > MOST_LEFT_OUT ? FEW_DRAWS : DRAWS;
        var compared = new EnumMap<Gauge, RandomBaseline.Comparison>(Gauge.class);
        RandomBaseline.of(graph.get(), draws, SEED)
                .compare(measures, effort.silently())
                .forEach((name, it) -> {
                    if (it.observed().isPresent() && it.draws() > 0) compared.put(Gauge.valueOf(name), it);
                });
        return compared;
    }
}
