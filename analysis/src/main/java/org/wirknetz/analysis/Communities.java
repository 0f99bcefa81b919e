package org.wirknetz.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeIntArray;

/// Which groups have more ties inside than chance would give: the partition of highest modularity among
/// several seeded
/// runs of the Leiden algorithm (Traag, Waltman and van Eck 2019, in their own implementation), on the undirected
/// graph.
///
/// The same graph and seed give the same answer. `stability` is the mean adjusted Rand index between the runs
/// (1: every
/// run found the same groups). Groups found this way have no p-value of their own: they were chosen to look closed.
public final class Communities {
    private static final int MOST_POLISHED = 150;
    private static final int MOST_POLISHED_EACH = 25;

    private final Partition partition;
    private final OptionalDouble modularity;
    private final OptionalDouble stability;

    private Communities(Partition partition, OptionalDouble modularity, OptionalDouble stability) {
        this.partition = partition;
        this.modularity = modularity;
        this.stability = stability;
    }

    /// With as many runs as the size allows: 60 below 100 nodes, fewer above.
    public static Communities of(Graph graph, long seed) {
        int n = graph.size();
        return of(graph, seed, n < 100 ? 60 : n < 1_000 ? 20 : n < 10_000 ? 5 : 1);
    }

    /// With so many runs, which may share threads, be cancelled and be heard of.
    public static Communities of(Graph graph, long seed, int runs, Effort effort) {
        return of(graph, seed, runs, iterations(graph), effort);
    }

    public static Communities of(Graph graph, long seed, int runs) {
        return of(graph, seed, runs, iterations(graph), Effort.threads(1));
    }

    /// One short run, for comparing many random networks.
    public static Communities quick(Graph graph, long seed) {
        return of(graph, seed, 1, 1, Effort.threads(1));
    }

    private static Communities of(Graph graph, long seed, int runs, int iterations, Effort effort) {
        if (runs < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of runs", runs, 1);
        var either = graph.undirected();
        if (either.ties() == 0) return new Communities(each(either), OptionalDouble.empty(), OptionalDouble.empty());
        var order = Locality.order(either.out);
        var network = network(order.csr());
        var runsFound = new int[runs][];
        effort.run(runs, run -> runsFound[run] = leiden(network, order, iterations, seed + run));
        var found = List.of(runsFound);
        int best = best(either.out, found);
        var stability = AdjustedRand.mean(found);
        var labels = iterations == 1 ? found.get(best) : polished(either.out, found, best);
        return new Communities(
                Partition.of(either, labels), Modularity.of(either.out, labels, either.size() + 1), stability);
    }

    /// Where there are several runs, three rounds each find the same best modularity as ten in a third of the time; a
    /// single
    /// run takes ten, in very large networks the authors' own two.
    private static int iterations(Graph graph) {
        int n = graph.size();
        return n < 10_000 ? 3 : n < 50_000 ? 10 : 2;
    }

    /// Renumbered so that neighbours in the network are near each other in memory.
    private static int[] leiden(Network network, Locality order, int iterations, long seed) {
        var algorithm = new LeidenAlgorithm(
                1.0 / order.csr().arcs(), iterations, LeidenAlgorithm.DEFAULT_RANDOMNESS, new Random(seed));
        var clustering = algorithm.findClustering(network);
        clustering.removeEmptyClusters();
        var found = clustering.getClusters();
        var labels = new int[found.length];
        for (int i = 0; i < labels.length; i++) labels[order.names()[i]] = found[i];
        return labels;
    }

    /// The first of those with the highest modularity.
    private static int best(Csr csr, List<int[]> found) {
        int best = 0;
        double highest = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < found.size(); run++) {
            double quality = Modularity.of(csr, found.get(run), csr.size() + 1).orElseThrow();
            if (quality <= highest + 1e-12) continue;
            highest = quality;
            best = run;
        }
        return best;
    }

    /// In small networks the runs may all stop short of the best: there each is polished, in middling ones the best.
    private static int[] polished(Csr csr, List<int[]> found, int best) {
        if (csr.size() > MOST_POLISHED) return found.get(best);
        var start = csr.size() > MOST_POLISHED_EACH ? List.of(found.get(best)) : distinct(found);
        var polished = start.stream().map(run -> Polish.polished(csr, run)).toList();
        return polished.get(best(csr, polished));
    }

    /// Every partition found once, and everybody together.
    private static List<int[]> distinct(List<int[]> found) {
        var seen = new LinkedHashMap<List<Integer>, int[]>();
        seen.put(List.of(), new int[found.getFirst().length]);
        for (var run : found)
            seen.putIfAbsent(java.util.Arrays.stream(run).boxed().toList(), run);
        return List.copyOf(seen.values());
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
