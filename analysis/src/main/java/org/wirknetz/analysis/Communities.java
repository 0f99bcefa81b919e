package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

/// Which groups have more ties inside than chance would give: the partition of highest modularity among several
/// seeded runs of the Leiden algorithm (Traag, Waltman and van Eck 2019), on the undirected graph.
///
/// The same graph and seed give the same answer. `stability` is the mean adjusted Rand index between the runs
/// (1: every run found the same groups). Groups found this way have no p-value of their own: they were chosen
/// to look closed.
///
/// Cost O(m) a run in practice. Without ties everyone is a group, and modularity and stability are undefined.
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

    /// With 100 runs below 1,000 nodes, 20 below 10,000, one above.
    public static Communities of(Graph graph, long seed) {
        return of(graph, seed, Effort.threads(1));
    }

    public static Communities of(Graph graph, long seed, Effort effort) {
        int n = graph.size();
        return of(graph, seed, n < 1_000 ? 100 : n < 10_000 ? 20 : 1, effort);
    }

    /// With so many runs, which may share threads, be cancelled and be heard of.
    public static Communities of(Graph graph, long seed, int runs, Effort effort) {
        return of(graph, seed, runs, rounds(graph.size()), effort);
    }

    public static Communities of(Graph graph, long seed, int runs) {
        return of(graph, seed, runs, rounds(graph.size()), Effort.threads(1));
    }

    /// One run of the faster and a little worse Louvain algorithm, for comparing many random networks.
    public static Communities quick(Graph graph, long seed) {
        var either = graph.undirected();
        if (either.ties() == 0) return none(either);
        return found(either, new Leiden(either.out).quick(seed), OptionalDouble.empty());
    }

    private static Communities of(Graph graph, long seed, int runs, int rounds, Effort effort) {
        if (runs < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of runs", runs, 1);
        var either = graph.undirected();
        if (either.ties() == 0) return none(either);
        var order = Locality.order(either.out);
        var runsFound = new int[runs][];
        effort.run(runs, () -> {
            var leiden = new Leiden(order.csr(), effort);
            return run -> runsFound[run] = named(order, leiden.run(rounds, seed + run));
        });
        var found = List.of(runsFound);
        int best = best(either.out, found);
        return found(either, polished(either.out, found, best), AdjustedRand.mean(found));
    }

    private static Communities none(Graph either) {
        var each = new int[either.size()];
        Arrays.setAll(each, i -> i);
        return new Communities(Partition.of(either, each), OptionalDouble.empty(), OptionalDouble.empty());
    }

    private static Communities found(Graph either, int[] labels, OptionalDouble stability) {
        return new Communities(
                Partition.of(either, labels), Modularity.of(either.out, labels, either.size() + 1), stability);
    }

    /// A round more hardly gains anything where there are several runs; very large networks make do with two.
    private static int rounds(int n) {
        return n < 10_000 ? 3 : n < 100_000 ? 10 : 2;
    }

    /// Renumbered so that neighbours in the network are near each other in memory.
    private static int[] named(Locality order, int[] found) {
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

    /// In small networks the runs may all stop short of the best: there each is polished, in middling ones the
    /// best.
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
        for (var run : found) seen.putIfAbsent(Arrays.stream(run).boxed().toList(), run);
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
}
