package org.wirknetz.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What a measure would be if any one member were missing: the range over all networks with one node less. An
/// arrow between two dates is only drawn where their ranges do not overlap.
///
/// Cost: the measure once for every node.
public final class LeaveOneOut {
    private LeaveOneOut() {}

    /// Empty where the measure is defined for none of them.
    public static Optional<Range> range(Graph graph, Function<Graph, OptionalDouble> measure) {
        return range(graph, measure, Effort.threads(1));
    }

    public static Optional<Range> range(Graph graph, Function<Graph, OptionalDouble> measure, Effort effort) {
        var values = new double[graph.size()];
        effort.run(
                values.length, i -> values[i] = measure.apply(graph.without(i)).orElse(Double.NaN));
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            if (Double.isNaN(value)) continue;
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return low > high ? Optional.empty() : Optional.of(new Range(low, high));
    }

    /// Whether the change between two networks exceeds what one member more or less could cause.
    public static boolean isTrend(Graph before, Graph after, Function<Graph, OptionalDouble> measure) {
        return isTrend(before, after, measure, Effort.threads(1));
    }

    public static boolean isTrend(Graph before, Graph after, Function<Graph, OptionalDouble> measure, Effort effort) {
        effort.step(0, 2);
        var first = range(before, measure, effort.silently());
        effort.step(1, 2);
        var second = range(after, measure, effort.silently());
        effort.step(2, 2);
        return first.isPresent() && second.isPresent() && !first.get().overlaps(second.get());
    }
}
