package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Between which ranks a node stands if any one tie were missing: '1st to 3rd' instead of a place that one
/// answer could turn over. Rank 1 is the highest value; nodes alike share the best rank they could have.
public final class RankBands {
    private static final double ALIKE = 1e-9;

    /// @param rank in the network as it is
    public record Band(String key, int best, int rank, int worst) {}

    private RankBands() {}

    /// Undefined values (NaN) rank last. Cost: the measure once for every tie.
    public static List<Band> withoutEachTie(Graph graph, Function<Graph, double[]> measure, Effort effort) {
        var either = graph.undirected();
        int ties = Math.toIntExact(either.ties());
        var ones = new int[ties];
        var others = new int[ties];
        int tie = 0;
        for (int i = 0; i < either.size(); i++)
            for (int j : either.neighbours(i))
                if (i < j) {
                    ones[tie] = i;
                    others[tie++] = j;
                }
        var ranks = new int[ties + 1][];
        ranks[ties] = ranks(measured(either, measure));
        effort.run(ties, missing -> {
            var csr = Csr.ofPairs(either.size(), without(ones, missing), without(others, missing));
            ranks[missing] = ranks(measured(new Graph(either.sharedKeys(), csr, csr), measure));
        });
        var bands = new ArrayList<Band>();
        for (int i = 0; i < either.size(); i++) {
            int best = Integer.MAX_VALUE, worst = 0;
            for (var run : ranks) {
                best = Math.min(best, run[i]);
                worst = Math.max(worst, run[i]);
            }
            bands.add(new Band(either.key(i), best, ranks[ties][i], worst));
        }
        return List.copyOf(bands);
    }

    private static int[] without(int[] values, int index) {
        var rest = new int[values.length - 1];
        System.arraycopy(values, 0, rest, 0, index);
        System.arraycopy(values, index + 1, rest, index, rest.length - index);
        return rest;
    }

    private static double[] measured(Graph graph, Function<Graph, double[]> measure) {
        var values = measure.apply(graph);
        if (values.length != graph.size())
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The number of values",
                    values.length,
                    graph.size(),
                    graph.size());
        return values;
    }

    private static boolean isAbove(double other, double value) {
        return Double.isNaN(value) ? !Double.isNaN(other) : other > value + ALIKE;
    }

    private static int[] ranks(double[] values) {
        var ranks = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            ranks[i] = 1;
            for (double other : values) if (isAbove(other, values[i])) ranks[i]++;
        }
        return ranks;
    }
}
