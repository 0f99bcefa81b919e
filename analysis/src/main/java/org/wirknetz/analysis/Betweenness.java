package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;

/// How many of the shortest ways between others lead over a node; where a pair has several, each counts its
/// share. Not normalised, ends not counted, every unordered pair once.
///
/// Source: Freeman (1977); computed after Brandes (2001), O(n m). Unit: pairs.
///
/// Memory: about 250 bytes a node and thread. 0 for whoever stands between nobody; only the centralisation can
/// be undefined.
public final class Betweenness {
    private final Graph graph;
    private final boolean ordered;
    private final double[] values;

    private Betweenness(Graph graph, boolean ordered, double[] values) {
        this.graph = graph;
        this.ordered = ordered;
        this.values = values;
    }

    /// On the undirected graph; every unordered pair counts once.
    public static Betweenness of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static Betweenness of(Graph graph, Effort effort) {
        var either = graph.undirected();
        var values = Brandes.dependencies(either.out, either.out, effort);
        for (int i = 0; i < values.length; i++) values[i] /= 2;
        return new Betweenness(either, false, values);
    }

    /// Along the direction of the ties; every ordered pair counts.
    public static Betweenness alongArcs(Graph graph) {
        return alongArcs(graph, Effort.threads(1));
    }

    public static Betweenness alongArcs(Graph graph, Effort effort) {
        return new Betweenness(graph, true, Brandes.dependencies(graph.out, graph.in, effort));
    }

    public double at(int node) {
        return values[node];
    }

    public double of(String key) {
        return at(graph.node(key));
    }

    public double[] toArray() {
        return values.clone();
    }

    /// Freeman's centralisation `Σ (max − b) / ((n − 1)² (n − 2) / 2)`, without the halving where pairs are
    /// ordered: 1 for a star. Undefined below three nodes.
    public OptionalDouble centralisation() {
        double n = graph.size();
        if (n < 3) return OptionalDouble.empty();
        double max = Arrays.stream(values).max().orElse(0);
        double sum = 0;
        for (double value : values) sum += max - value;
        double most = (n - 1) * (n - 1) * (n - 2);
        return OptionalDouble.of(sum / (ordered ? most : most / 2));
    }
}
