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
        var either = graph.undirected();
        double others = either.size() - 1.0;
        double pairs = others * (others - 1) / 2;
        double all = either.size() * others / 2 * efficiency(either);
        double own = 0;
        var steps = Distances.from(either, node);
        for (int i = 0; i < either.size(); i++) if (i != node && steps.to(i) > 0) own += 1.0 / steps.to(i);
        var with = Share.of(all - own, Math.max(0, pairs));
        var without = ShortestPaths.of(either.without(node)).efficiency();
        if (with.isEmpty() || without.isEmpty() || with.getAsDouble() <= 0)
            return new Dependency(with, without, OptionalDouble.empty());
        return new Dependency(with, without, OptionalDouble.of(1 - without.getAsDouble() / with.getAsDouble()));
    }

    private static double efficiency(Graph graph) {
        return ShortestPaths.of(graph).efficiency().orElse(0);
    }
}
