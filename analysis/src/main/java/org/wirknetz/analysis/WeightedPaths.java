package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// How short the ways are where a strong tie is a short one: a tie is 1 / strength long, a way the sum of its
/// ties. Closeness, harmonic centrality, mean length, diameter and betweenness, in one exact pass.
///
/// Strengths are lengths here and nowhere else. Source: Dijkstra (1959), Brandes (2001) for betweenness, Newman
/// (2001) for 1 / strength. Cost O(n m + n² log n). Unit: 1 / strength, so with strength 1 everywhere it is
/// steps, and every value is that of `ShortestPaths` and `Betweenness`. Strengths may differ by a factor of up
/// to a million.
///
/// Memory: 48 bytes a node and thread, 8 a tie end. The result is the same for any number of threads.
///
/// Means are undefined where no pair is joined.
public final class WeightedPaths {
    private static final int PORTIONS = 64;

    private final Graph graph;
    private final boolean ordered;
    private final double unit;
    private final WeightedSearch.Sums sums;

    private WeightedPaths(Graph graph, boolean ordered, double unit, WeightedSearch.Sums sums) {
        this.graph = graph;
        this.ordered = ordered;
        this.unit = unit;
        this.sums = sums;
    }

    /// On the undirected graph, in which a tie in both directions has both strengths together; every unordered
    /// pair counts once.
    public static WeightedPaths of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static WeightedPaths of(Graph graph, Effort effort) {
        return of(graph.undirected(), false, effort);
    }

    /// Along the direction of the ties; every ordered pair counts; closeness and harmonic look outwards.
    public static WeightedPaths alongArcs(Graph graph, Effort effort) {
        return of(graph, true, effort);
    }

    /// Portions of the sources do not depend on the threads and are added up in order.
    private static WeightedPaths of(Graph graph, boolean ordered, Effort effort) {
        int n = graph.size(), portions = Math.min(PORTIONS, n);
        var lengths = TieLengths.of(graph.out);
        var parts = new WeightedSearch.Sums[portions];
        effort.run(portions, () -> {
            var search = new WeightedSearch(graph.out, lengths);
            return portion -> {
                var part = new WeightedSearch.Sums(n);
                for (int source = (int) ((long) n * portion / portions);
                        source < (int) ((long) n * (portion + 1) / portions);
                        source++) {
                    effort.check();
                    search.run(source, part);
                }
                parts[portion] = part;
            };
        });
        var all = new WeightedSearch.Sums(n);
        for (var part : parts) all.add(part);
        return new WeightedPaths(graph, ordered, lengths.unit(), all);
    }

    /// Nodes reached / sum of the lengths of the ways to them; 0 for an isolate. Within the component.
    public NodeValues closeness() {
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = sums.reached[i] == 0 ? 0 : sums.reached[i] / (sums.lengths[i] * unit);
        return new NodeValues(graph, values);
    }

    /// Σ 1/length over all others / (n − 1), 0 for those not reached. Undefined for a single node.
    public NodeValues harmonic() {
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++)
            values[i] = values.length < 2 ? Double.NaN : sums.inverses[i] / unit / (values.length - 1);
        return new NodeValues(graph, values);
    }

    /// How many of the shortest ways between others lead over the node; several share the pair. Not normalised.
    public double betweenness(int node) {
        return ordered ? sums.dependencies[node] : sums.dependencies[node] / 2;
    }

    /// The mean length of the ways between pairs joined by one; undefined where there is none.
    public OptionalDouble meanLength() {
        double length = 0, pairs = 0;
        for (int i = 0; i < graph.size(); i++) {
            length += sums.lengths[i];
            pairs += sums.reached[i];
        }
        return Share.of(length * unit, pairs);
    }

    /// The longest of the shortest ways; undefined where no pair is joined.
    public OptionalDouble diameter() {
        return sums.longest == 0 ? OptionalDouble.empty() : OptionalDouble.of(sums.longest * unit);
    }
}
