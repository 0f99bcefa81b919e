package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// How many of the possible ties exist. Unit: share, 0 to 1. Undefined below two nodes.
///
/// Falls with size by itself: compare networks by average degree instead. Source: Wasserman and Faust (1994),
/// ch. 4.
///
/// Cost O(1).
public final class Density {
    private Density() {}

    /// Pairs with a tie in either direction, among all n(n − 1)/2 pairs.
    public static OptionalDouble of(Graph graph) {
        return share(graph.undirected());
    }

    /// Directed ties among all n(n − 1) possible ones.
    public static OptionalDouble ofArcs(Graph graph) {
        return share(graph);
    }

    private static OptionalDouble share(Graph graph) {
        double n = graph.size();
        return Share.of(graph.out.arcs(), n * (n - 1));
    }
}
