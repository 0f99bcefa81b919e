package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/// Whether a measure differs from what chance gives to a network in which everyone has as many partners as
/// here: seeded random networks with the same degrees, drawn by swapping the ends of ties.
///
/// Every draw starts from the network itself and tries ten swaps a tie; a swap that would make a loop or a
/// double tie leaves everything as it was and still counts as tried, which is what makes all such networks
/// equally likely (Fosdick et al. 2018).
///
/// Cost: ten swaps a tie and the measures, once for every draw. Undefined where the measure is, here or in all
/// draws.
public final class RandomBaseline {
    static final int TRIES_A_TIE = 10;

    /// One thread's room for drawing.
    interface Redraw {
        /// Another network with the same degrees; strengths are 1.
        Graph draw(SplittableRandom random);
    }

    private final Graph graph;
    private final Supplier<Redraw> redraws;
    private final int draws;
    private final long seed;

    private RandomBaseline(Graph graph, Supplier<Redraw> redraws, int draws, long seed) {
        if (draws < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of draws", draws, 1);
        this.graph = graph;
        this.redraws = redraws;
        this.draws = draws;
        this.seed = seed;
    }

    /// Undirected networks in which everyone has as many partners as here.
    public static RandomBaseline of(Graph graph, int draws, long seed) {
        var either = graph.undirected();
        return new RandomBaseline(either, () -> new TieSwaps(either), draws, seed);
    }

    /// Directed networks in which everyone names as many, and is named by as many, as here: for reciprocity and
    /// triads.
    public static RandomBaseline ofArcs(Graph graph, int draws, long seed) {
        return new RandomBaseline(graph, () -> new ArcSwaps(graph), draws, seed);
    }

    /// What a measure is here and in the random networks in which it is defined.
    ///
    /// @param deviation standard deviation over the random networks
    /// @param below random networks with a smaller value
    /// @param equal random networks with the same value
    public record Comparison(
            OptionalDouble observed, OptionalDouble mean, OptionalDouble deviation, int below, int equal, int draws) {

        /// Standard deviations above the mean of chance; undefined where chance does not vary.
        public OptionalDouble z() {
            if (observed.isEmpty() || mean.isEmpty() || deviation.isEmpty()) return OptionalDouble.empty();
            return Share.of(observed.getAsDouble() - mean.getAsDouble(), deviation.getAsDouble());
        }

        /// Where among the random networks this one stands: 0 below all, 1 above all, those alike counted half.
        public OptionalDouble quantile() {
            return observed.isEmpty() ? observed : Share.of(below + equal / 2.0, draws);
        }
    }

    /// The draw with that number; the same seed gives the same.
    public Graph draw(int number) {
        return draw(redraws.get(), number);
    }

    private Graph draw(Redraw redraw, int number) {
        return redraw.draw(new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number));
    }

    public Comparison compare(Function<Graph, OptionalDouble> measure, Effort effort) {
        return compare(Map.of("", measure), effort).values().iterator().next();
    }

    /// Several measures on the same draws.
    public Map<String, Comparison> compare(Map<String, Function<Graph, OptionalDouble>> measures, Effort effort) {
        var names = measures.keySet().toArray(String[]::new);
        var values = new double[names.length][draws];
        effort.run(draws, () -> {
            var redraw = redraws.get();
            return draw -> {
                var random = draw(redraw, draw);
                for (int k = 0; k < names.length; k++)
                    values[k][draw] = java.util.Objects.requireNonNull(measures.get(names[k]))
                            .apply(random)
                            .orElse(Double.NaN);
            };
        });
        var comparisons = new LinkedHashMap<String, Comparison>();
        for (int k = 0; k < names.length; k++)
            comparisons.put(
                    names[k],
                    comparison(
                            java.util.Objects.requireNonNull(measures.get(names[k]))
                                    .apply(graph),
                            values[k]));
        return comparisons;
    }

    private static Comparison comparison(OptionalDouble observed, double[] all) {
        var values = Arrays.stream(all).filter(value -> !Double.isNaN(value)).toArray();
        double mean = Arrays.stream(values).sum() / values.length;
        double squares = 0;
        for (double value : values) squares += (value - mean) * (value - mean);
        // What differs only by rounding does not vary.
        double deviation = Math.sqrt(squares / (values.length - 1));
        if (deviation <= 1e-12 * Math.max(1, Math.abs(mean))) deviation = 0;
        int below = 0, equal = 0;
        for (double value : values) {
            if (observed.isEmpty()) break;
            double difference = value - observed.getAsDouble();
            if (Math.abs(difference) < 1e-12) equal++;
            else if (difference < 0) below++;
        }
        return new Comparison(
                observed,
                values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(mean),
                values.length < 2 ? OptionalDouble.empty() : OptionalDouble.of(deviation),
                below,
                equal,
                values.length);
    }
}
