package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Whether partners of a node are partners of each other, on the undirected graph.
///
/// Triangles are counted once each from their lowest-degree corner: O(m^1.5) at worst (Chiba and Nishizeki
/// 1985).
///
/// Transitivity is undefined where no node has two partners.
public final class Triangles {
    private final Graph graph;
    private final long[] at;

    Triangles(Graph graph, long[] at) {
        this.graph = graph;
        this.at = at;
    }

    public static Triangles of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static Triangles of(Graph graph, Effort effort) {
        var either = graph.undirected();
        var listing = new TriangleListing(either.out);
        var parts = new ArrayList<long[]>();
        effort.run(listing.portions(), () -> {
            var own = new long[either.size()];
            synchronized (parts) {
                parts.add(own);
            }
            var marked = listing.room();
            return portion -> listing.forEach(portion, marked, (a, b, c, ab, ac, bc) -> {
                own[a]++;
                own[b]++;
                own[c]++;
            });
        });
        return new Triangles(either, sum(parts, either.size()));
    }

    static long[] sum(List<long[]> parts, int size) {
        var at = new long[size];
        for (var part : parts) for (int i = 0; i < at.length; i++) at[i] += part[i];
        return at;
    }

    /// Triangles in the whole network.
    public long count() {
        long corners = 0;
        for (long triangles : at) corners += triangles;
        return corners / 3;
    }

    /// Triangles that the node is a corner of.
    public long at(int node) {
        return at[node];
    }

    /// The share of a node's pairs of partners that are partners themselves (Watts and Strogatz 1998); 0 below
    /// two partners.
    public NodeValues clustering() {
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            double pairs = graph.degree(i) * (graph.degree(i) - 1.0) / 2;
            values[i] = pairs > 0 ? at[i] / pairs : 0;
        }
        return new NodeValues(graph, values);
    }

    /// The mean over all nodes, those below two partners included with 0; undefined without nodes.
    public OptionalDouble meanClustering() {
        return clustering().mean();
    }

    /// 3 × triangles / connected triples (Newman 2003); undefined where no node has two partners.
    public OptionalDouble transitivity() {
        long triples = 0;
        for (int i = 0; i < graph.size(); i++) triples += (long) graph.degree(i) * (graph.degree(i) - 1L) / 2;
        return Share.of(3.0 * count(), triples);
    }
}
