package org.wirknetz.analysis;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What a measure would be if any one member were missing: the range over all networks with one node less. An
/// arrow between two dates is only drawn where their ranges do not overlap.
public final class LeaveOneOut {
    private LeaveOneOut() {}

    /// Empty where the measure is defined for none of them.
    public static Optional<Range> range(Graph graph, Function<Graph, OptionalDouble> measure) {
        double low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < graph.size(); i++) {
            var value = measure.apply(graph.without(i));
            if (value.isEmpty()) continue;
            low = Math.min(low, value.getAsDouble());
            high = Math.max(high, value.getAsDouble());
        }
        return low > high ? Optional.empty() : Optional.of(new Range(low, high));
    }

    /// Whether the change between two networks exceeds what one member more or less could cause.
    public static boolean isTrend(Graph before, Graph after, Function<Graph, OptionalDouble> measure) {
        var first = range(before, measure);
        var second = range(after, measure);
        return first.isPresent() && second.isPresent() && !first.get().overlaps(second.get());
    }
}
