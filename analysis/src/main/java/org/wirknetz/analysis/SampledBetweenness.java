package org.wirknetz.analysis;

import java.util.SplittableRandom;

/// Betweenness of very large networks estimated from some sources drawn at random, with the error that comes of
/// it (Brandes and Pich 2007): exact up to 50,000 nodes takes about half a minute, above that draw at least
/// 1,024 sources.
///
/// The sources are drawn in 16 equal portions; how far these differ gives the standard error at every node. It
/// holds for the nodes that much depends on; where hardly any way leads over a node, few or none of the sources
/// may see it, and both the estimate and its error come out too small.
///
/// Cost O(m) a source.
public final class SampledBetweenness {
    private static final int PORTIONS = 16;

    private final Graph graph;
    private final double[] values;
    private final double[] errors;
    private final int sources;

    private SampledBetweenness(Graph graph, double[] values, double[] errors, int sources) {
        this.graph = graph;
        this.values = values;
        this.errors = errors;
        this.sources = sources;
    }

    /// On the undirected graph, from about so many sources (a multiple of 128, the next below, and at least
    /// 128). With as many as there are nodes, or nearly, it is exact.
    public static SampledBetweenness of(Graph graph, int sources, long seed, Effort effort) {
        if (sources < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of sources", sources, 1);
        var either = graph.undirected();
        int step = PORTIONS * 8;
        int drawn = Math.max(step, sources / step * step);
        if (drawn > either.size() - step)
            return new SampledBetweenness(
                    either, Betweenness.of(either, effort).toArray(), new double[either.size()], either.size());
        var order = Locality.startingWith(either.out, draw(either.size(), drawn, seed));
        return estimate(either, order, Brandes.ofSources(order, order.csr(), drawn, PORTIONS, effort), drawn);
    }

    public double at(int node) {
        return values[node];
    }

    public double of(String key) {
        return at(graph.node(key));
    }

    /// The standard error of the estimate.
    public double errorAt(int node) {
        return errors[node];
    }

    /// From how many nodes ways were looked at.
    public int sources() {
        return sources;
    }

    public double[] toArray() {
        return values.clone();
    }

    private static int[] draw(int n, int count, long seed) {
        var random = new SplittableRandom(seed);
        var nodes = new int[n];
        for (int i = 0; i < n; i++) nodes[i] = i;
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(n - i), kept = nodes[i];
            nodes[i] = nodes[other];
            nodes[other] = kept;
        }
        return java.util.Arrays.copyOf(nodes, count);
    }

    private static SampledBetweenness estimate(Graph graph, Locality order, double[][] sums, int drawn) {
        int n = graph.size();
        var values = new double[n];
        var errors = new double[n];
        // Of ordered pairs half are counted; a portion stands for all nodes.
        double times = 0.5 * n * PORTIONS / drawn;
        for (int i = 0; i < n; i++) {
            double mean = 0, squares = 0;
            for (var sum : sums) mean += sum[i] * times / PORTIONS;
            for (var sum : sums) squares += (sum[i] * times - mean) * (sum[i] * times - mean);
            values[order.names()[i]] = mean;
            double variance = squares / (PORTIONS - 1) / PORTIONS;
            errors[order.names()[i]] = Math.sqrt(variance * (1 - (double) drawn / n));
        }
        return new SampledBetweenness(graph, values, errors, drawn);
    }
}
