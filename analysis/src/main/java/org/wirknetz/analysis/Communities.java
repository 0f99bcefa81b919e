package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;

/// Which groups have more ties inside than chance would give: the partition of highest modularity among several seeded
/// runs of the Leiden algorithm (Traag, Waltman and van Eck 2019, in their own implementation), on the undirected
/// graph.
///
/// The same graph and seed give the same answer. `stability` is the mean adjusted Rand index between the runs (1: every
/// run found the same groups). Groups found this way have no p-value of their own: they were chosen to look closed.
public final class Communities {
    private static final int ITERATIONS = 10;

    private final Partition partition;
    private final OptionalDouble modularity;
    private final OptionalDouble stability;

    private Communities(Partition partition, OptionalDouble modularity, OptionalDouble stability) {
        this.partition = partition;
        this.modularity = modularity;
        this.stability = stability;
    }

    /// With as many runs as the size allows: 60 below 500 nodes, fewer above.
    public static Communities of(Graph graph, long seed) {
        int n = graph.size();
        return of(graph, seed, n < 500 ? 60 : n < 5_000 ? 20 : n < 50_000 ? 5 : 1);
    }

    public static Communities of(Graph graph, long seed, int runs) {
        var either = graph.undirected();
        if (either.ties() == 0) return new Communities(each(either), OptionalDouble.empty(), OptionalDouble.empty());
        var network = network(either.out);
        var found = new ArrayList<int[]>();
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            var leiden = new LeidenAlgorithm(
                    1.0 / either.out.arcs(), ITERATIONS, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed + run));
            var clustering = leiden.findClustering(network);
            clustering.removeEmptyClusters();
            var labels = clustering.getClusters();
            double quality =
                    Modularity.of(either.out, labels, clustering.getNClusters()).orElseThrow();
            if (quality > highest + 1e-12) {
                highest = quality;
                best = run;
            }
            found.add(labels);
        }
        return new Communities(
                Partition.of(either, found.get(best)), OptionalDouble.of(highest), AdjustedRand.mean(found));
    }

    public Partition partition() {
        return partition;
    }

    public int count() {
        return partition.count();
    }

    public int of(int node) {
        return partition.group(node);
    }

    public List<List<String>> members() {
        return partition.groups();
    }

    /// Undefined without ties.
    public OptionalDouble modularity() {
        return modularity;
    }

    /// Undefined without ties or with a single run.
    public OptionalDouble stability() {
        return stability;
    }

    private static Partition each(Graph graph) {
        return Partition.of(
                graph, java.util.stream.IntStream.range(0, graph.size()).toArray());
    }

    private static Network network(Csr csr) {
        var first = new long[csr.offsets.length];
        for (int i = 0; i < first.length; i++) first[i] = csr.offsets[i];
        return new Network(csr.size(), true, first, new LargeIntArray(csr.targets), false);
    }
}
