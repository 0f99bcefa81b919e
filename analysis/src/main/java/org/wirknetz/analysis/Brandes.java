package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.function.Supplier;

/// Brandes' accumulation of pair dependencies over one breadth-first search a node (J. Math. Sociol. 25, 2001).
///
/// Nodes are cut into a fixed number of portions, each summed up by one thread in order and the portions in
/// theirs, so that rounding does not depend on the threads.
final class Brandes implements DependencySums {
    private static final int FEW = 64;
    private static final int MOST_DOUBLINGS = 1_000;
    private static final double HUGE = 0x1p512;
    private static final double LEAST = 0x1p-900;

    private final Csr csr;
    private final int[] distance;
    private final double[] paths;
    private final double[] dependency;
    private final double[] onward;
    private final int[] order;
    /// Whether the path counts of a level were divided by `HUGE`.
    private final boolean[] shrunk;
    private final double[] sum;
    private int reached;

    Brandes(Csr csr) {
        this.csr = csr;
        int n = csr.size();
        sum = new double[n];
        distance = new int[n];
        paths = new double[n];
        dependency = new double[n];
        onward = new double[n];
        order = new int[n];
        shrunk = new boolean[n + 1];
    }

    /// The dependency of all ordered pairs on each node. `backwards` holds the same ties from the other end.
    static double[] dependencies(Csr csr, Csr backwards, Effort effort) {
        return csr.size() < FEW || mayOverflow(csr, csr == backwards, effort)
                ? bySearch(csr, effort)
                : byLanes(csr, backwards, hasVectors(), effort);
    }

    /// The vector module is there only where the program was started with it.
    static boolean hasVectors() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }

    static double[] bySearch(Csr csr, Effort effort) {
        return portions(csr.size(), 1, effort, () -> new Brandes(csr));
    }

    static double[] byLanes(Csr csr, Csr backwards, boolean vectors, Effort effort) {
        var order = Locality.order(csr);
        var ties = order.csr();
        var turned = backwards == csr ? ties : ties.reversed();
        int lanes = lanes(vectors);
        var values = portions(csr.size(), lanes, effort, () -> lanes(vectors, ties, turned));
        var named = new double[values.length];
        for (int i = 0; i < values.length; i++) named[order.names()[i]] = values[i];
        return named;
    }

    /// Sums of portions of the sources, which must be the first in the renumbered graph; a whole number of
    /// batches each.
    static double[][] ofSources(Locality order, Csr turned, int sources, int portions, Effort effort) {
        if (mayOverflow(turned, true, effort))
            return sums(sources, 1, portions, effort, () -> new Brandes(order.csr()));
        boolean vectors = hasVectors();
        int lanes = lanes(vectors);
        return sums(sources / lanes, lanes, portions, effort, () -> lanes(vectors, order.csr(), turned));
    }

    static int lanes(boolean vectors) {
        return vectors ? VectorLanes.count() : PlainLanes.LANES;
    }

    private static LaneSearch lanes(boolean vectors, Csr ties, Csr turned) {
        return vectors ? new VectorLanes(ties, turned) : new PlainLanes(ties, turned);
    }

    private static double[] portions(int n, int sources, Effort effort, Supplier<DependencySums> kernels) {
        int batches = (n + sources - 1) / sources;
        int portions = Math.min(batches, n < 1_000 ? 8 : n < 100_000 ? 64 : 16);
        var total = new double[n];
        for (var sum : sums(batches, sources, portions, effort, kernels))
            for (int i = 0; i < n; i++) total[i] += sum[i];
        return total;
    }

    private static double[][] sums(
            int batches, int sources, int portions, Effort effort, Supplier<DependencySums> kernels) {
        var sums = new double[portions][];
        effort.run(portions, () -> {
            var kernel = kernels.get();
            return portion -> {
                int from = (int) ((long) batches * portion / portions);
                int to = (int) ((long) batches * (portion + 1) / portions);
                for (int batch = from; batch < to; batch++) {
                    effort.check();
                    kernel.add(batch * sources);
                }
                sums[portion] = kernel.take();
            };
        });
        return sums;
    }

    @Override
    public double[] take() {
        var taken = sum.clone();
        Arrays.fill(sum, 0);
        return taken;
    }

    /// For every slot the dependency of all ordered pairs on the step along it.
    static double[] tieDependencies(Csr csr, Effort effort) {
        int n = csr.size(), portions = Math.min(n, 16);
        var parts = new double[portions][];
        effort.run(portions, () -> {
            var brandes = new Brandes(csr);
            return portion -> {
                var steps = new double[csr.arcs()];
                for (int source = (int) ((long) n * portion / portions);
                        source < (int) ((long) n * (portion + 1) / portions);
                        source++) {
                    effort.check();
                    brandes.add(source);
                    for (int i = 0, reached = brandes.reached; i < reached; i++)
                        brandes.addSteps(brandes.order[i], steps);
                }
                parts[portion] = steps;
            };
        });
        var steps = new double[csr.arcs()];
        for (var part : parts) for (int slot = 0; slot < steps.length; slot++) steps[slot] += part[slot];
        return steps;
    }

    private void addSteps(int node, double[] steps) {
        double ways = shrunk[distance[node] + 1] ? paths[node] / HUGE : paths[node];
        for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
            int next = csr.targets[slot];
            if (distance[next] == distance[node] + 1) steps[slot] += ways * onward[next];
        }
    }

    @Override
    public void add(int source) {
        reached = search(source);
        for (int i = reached - 1; i > 0; i--) {
            int node = order[i], further = distance[node] + 1;
            double ways = shrunk[further] ? paths[node] / HUGE : paths[node];
            double own = 0;
            for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
                int next = csr.targets[slot];
                if (distance[next] == further) own += onward[next];
            }
            dependency[node] = own * ways;
            onward[node] = (1 + dependency[node]) / paths[node];
            sum[node] += dependency[node];
        }
    }

    private int search(int source) {
        Arrays.fill(distance, -1);
        distance[source] = 0;
        paths[source] = 1;
        order[0] = source;
        int tail = 1;
        for (int from = 0, further = 1; from < tail; further++) {
            int to = tail;
            shrink(from, to, further - 1);
            for (int head = from; head < to; head++) {
                int node = order[head];
                double ways = paths[node];
                for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
                    int next = csr.targets[slot];
                    int known = distance[next];
                    if (known == further) paths[next] += ways;
                    else if (known < 0) {
                        distance[next] = further;
                        paths[next] = ways;
                        order[tail++] = next;
                    }
                }
            }
            from = to;
        }
        return tail;
    }

    /// Only shares of path counts matter, so those of a level are all made smaller where one gets too large for
    /// a number.
    private void shrink(int from, int to, int level) {
        double most = 0;
        for (int k = from; k < to; k++) most = Math.max(most, paths[order[k]]);
        shrunk[level] = most > HUGE;
        if (shrunk[level]) for (int k = from; k < to; k++) paths[order[k]] = Math.max(paths[order[k]] / HUGE, LEAST);
    }

    /// Whether there might be more shortest ways between two nodes than a number can count: at each of the
    /// steps at most as many times more as the most ties a node has. The longest way has at most twice the
    /// steps seen from one node; along arcs it has to be looked for.
    private static boolean mayOverflow(Csr csr, boolean undirected, Effort effort) {
        int most = 0;
        for (int i = 0; i < csr.size(); i++) most = Math.max(most, csr.degree(i));
        double doublings = Math.log(Math.max(1, most)) / Math.log(2);
        double steps = undirected
                ? 2.0 * Locality.depth(csr)
                : LevelCounts.of(csr, effort.silently()).pairsAt().length;
        return steps * doublings > MOST_DOUBLINGS;
    }
}
