package org.wirknetz.analysis;

import java.util.OptionalDouble;
import java.util.function.IntUnaryOperator;

/// How many partners each node has: in either direction, naming it, and named by it; and how far the ties
/// gather at one node (Freeman 1978/79).
///
/// Cost O(n + m). Degrees are counts, 0 for an isolate; the centralisation is undefined below three nodes.
public final class Degrees {
    private final Graph graph;
    private final Graph either;

    private Degrees(Graph graph) {
        this.graph = graph;
        this.either = graph.undirected();
    }

    public static Degrees of(Graph graph) {
        return new Degrees(graph);
    }

    /// Partners in either direction.
    public int degree(int node) {
        return either.degree(node);
    }

    public int degree(String key) {
        return degree(graph.node(key));
    }

    public int in(int node) {
        return graph.inDegree(node);
    }

    public int in(String key) {
        return in(graph.node(key));
    }

    public int out(int node) {
        return graph.degree(node);
    }

    public int out(String key) {
        return out(graph.node(key));
    }

    public int[] toArray() {
        return java.util.stream.IntStream.range(0, graph.size())
                .map(this::degree)
                .toArray();
    }

    /// Freeman's centralisation `Σ (max − degree) / ((n − 1)(n − 2))`: 1 for a star, 0 where all are alike.
    /// Undefined below three nodes. Mostly repeats the degree sequence: say which baseline it was compared
    /// with.
    public OptionalDouble centralisation() {
        double n = graph.size();
        return centralisation(this::degree, (n - 1) * (n - 2));
    }

    /// The same over the ties that name a node (the older divisor of UCINET).
    public OptionalDouble inCentralisation() {
        double n = graph.size();
        return centralisation(this::in, (n - 1) * (n - 2));
    }

    public OptionalDouble outCentralisation() {
        double n = graph.size();
        return centralisation(this::out, (n - 1) * (n - 2));
    }

    /// With the divisor (n − 1)², the largest value a directed network can reach; igraph's choice.
    public OptionalDouble inCentralisationOfArcs() {
        double n = graph.size();
        return centralisation(this::in, (n - 1) * (n - 1));
    }

    public OptionalDouble outCentralisationOfArcs() {
        double n = graph.size();
        return centralisation(this::out, (n - 1) * (n - 1));
    }

    private OptionalDouble centralisation(IntUnaryOperator degree, double divisor) {
        if (graph.size() < 3) return OptionalDouble.empty();
        long max = 0, sum = 0;
        for (int i = 0; i < graph.size(); i++) {
            max = Math.max(max, degree.applyAsInt(i));
            sum += degree.applyAsInt(i);
        }
        return OptionalDouble.of((max * graph.size() - sum) / divisor);
    }
}
