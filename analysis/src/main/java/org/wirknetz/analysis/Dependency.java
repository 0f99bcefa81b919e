package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// How much of the others' efficiency would be lost without one node, for instance the coordination office
/// (M9).
///
/// `with` is the efficiency over the pairs of the others while the node may pass things on, `without` the same
/// once it is gone; the loss is `1 − without / with`. Undefined where the others are fewer than two or cannot
/// reach each other at all.
///
/// Cost of two passes over all distances. Source: efficiency by Latora and Marchiori (2001), over the pairs
/// without the node.
public record Dependency(OptionalDouble with, OptionalDouble without, OptionalDouble loss) {

    public static Dependency on(Graph graph, String key) {
        return on(graph, graph.node(key));
    }

    public static Dependency on(Graph graph, int node) {
        return on(graph, node, Effort.threads(1));
    }

    public static Dependency on(Graph graph, int node, Effort effort) {
        var either = graph.undirected();
        effort.step(0, 2);
        var among = pairsAt(ShortestPaths.of(either, effort.silently()), either.size());
        var steps = Distances.from(either, node);
        for (int i = 0; i < either.size(); i++) if (i != node && steps.to(i) > 0) among[steps.to(i)]--;
        effort.step(1, 2);
        var rest = pairsAt(ShortestPaths.of(either.without(node), effort.silently()), either.size());
        effort.step(2, 2);
        double others = either.size() - 1.0, pairs = Math.max(0, others * (others - 1) / 2);
        // From whole numbers of pairs, so that where nothing is lost the loss is 0 and not a trace of rounding.
        var with = Share.of(sumOfInverses(among), pairs);
        var without = Share.of(sumOfInverses(rest), pairs);
        if (with.isEmpty() || without.isEmpty() || with.getAsDouble() <= 0)
            return new Dependency(with, without, OptionalDouble.empty());
        return new Dependency(with, without, OptionalDouble.of(1 - without.getAsDouble() / with.getAsDouble()));
    }

    private static long[] pairsAt(ShortestPaths paths, int size) {
        var pairs = new long[size + 1];
        for (int steps = 1; steps < size; steps++) pairs[steps] = paths.pairsAt(steps);
        return pairs;
    }

    private static double sumOfInverses(long[] pairsAt) {
        double sum = 0;
        for (int steps = 1; steps < pairsAt.length; steps++) sum += (double) pairsAt[steps] / steps;
        return sum;
    }
}
