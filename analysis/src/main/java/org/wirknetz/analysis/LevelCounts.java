package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;

/// For every node how many nodes stand at each distance, added up: the whole of what closeness, harmonic
/// centrality, path length and efficiency need.
///
/// `inverses` are sums of 1/distance as whole multiples of 2^−`scale`, so that every order of adding gives the
/// same; the error is below n · 2^−42 before the division by n − 1.
record LevelCounts(long[] pairsAt, long[] sums, int[] reached, long[] inverses, int scale) {
    /// Below so many nodes a search a node is quicker than the bits.
    private static final int FEW = 96;

    private static final int FINEST = 42;

    static LevelCounts of(Csr csr, Effort effort) {
        return csr.size() < FEW ? bySearch(csr, effort) : byBits(csr, effort);
    }

    /// One breadth-first search a node.
    static LevelCounts bySearch(Csr csr, Effort effort) {
        return run(csr, 64, effort, sums -> new BreadthFirst(csr, sums)::search);
    }

    /// 256 searches at a time, a bit each.
    static LevelCounts byBits(Csr csr, Effort effort) {
        var order = Locality.order(csr);
        var counts = run(csr, BitSearch.SOURCES, effort, sums -> {
            var search = new BitSearch(order.csr(), sums);
            return batch -> search.run(batch * BitSearch.SOURCES);
        });
        return counts.named(order.names());
    }

    double inverse(int node) {
        return Math.scalb((double) inverses[node], -scale);
    }

    private interface Kernel {
        IntConsumer over(Sums sums);
    }

    /// Each thread adds up on its own; whole numbers give the same in any order.
    private static LevelCounts run(Csr csr, int sources, Effort effort, Kernel kernel) {
        int n = csr.size();
        var all = new ArrayList<Sums>();
        effort.run((n + sources - 1) / sources, () -> {
            var own = new Sums(n);
            synchronized (all) {
                all.add(own);
            }
            return kernel.over(own);
        });
        return merged(n, all);
    }

    private static LevelCounts merged(int n, List<Sums> all) {
        var total = new Sums(n);
        for (var part : all) total.add(part);
        return new LevelCounts(
                Arrays.copyOf(total.pairsAt, total.deepest + 1),
                total.sums,
                total.reached,
                total.inverses,
                total.scale);
    }

    private LevelCounts named(int[] names) {
        var namedSums = new long[names.length];
        var namedReached = new int[names.length];
        var namedInverses = new long[names.length];
        for (int i = 0; i < names.length; i++) {
            namedSums[names[i]] = sums[i];
            namedReached[names[i]] = reached[i];
            namedInverses[names[i]] = inverses[i];
        }
        return new LevelCounts(pairsAt, namedSums, namedReached, namedInverses, scale);
    }

    /// What one thread has counted so far.
    static final class Sums {
        private final int scale;
        private long[] pairsAt = new long[16];
        private final long[] sums;
        private final int[] reached;
        private final long[] inverses;
        private int deepest;

        Sums(int n) {
            scale = Math.min(FINEST, 61 - (32 - Integer.numberOfLeadingZeros(Math.max(1, n))));
            sums = new long[n];
            reached = new int[n];
            inverses = new long[n];
        }

        /// So many nodes at that distance from a node.
        void count(int node, int distance, int count) {
            deepest = Math.max(deepest, distance);
            pairsAt[distance] += count;
            sums[node] += (long) distance * count;
            reached[node] += count;
            inverses[node] += inverse(distance) * count;
        }

        void makeRoom(int distance) {
            if (distance >= pairsAt.length) pairsAt = Arrays.copyOf(pairsAt, distance * 2);
        }

        /// 1/distance in units of 2^−scale, to the nearest.
        private long inverse(int distance) {
            return ((1L << (scale + 1)) / distance + 1) >> 1;
        }

        private void add(Sums part) {
            makeRoom(part.deepest);
            deepest = Math.max(deepest, part.deepest);
            for (int d = 0; d <= part.deepest; d++) pairsAt[d] += part.pairsAt[d];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += part.sums[i];
                reached[i] += part.reached[i];
                inverses[i] += part.inverses[i];
            }
        }
    }

    private static final class BreadthFirst {
        private final Csr csr;
        private final Sums sums;
        private final int[] seenBy;
        private final int[] queue;

        BreadthFirst(Csr csr, Sums sums) {
            this.csr = csr;
            this.sums = sums;
            seenBy = new int[csr.size()];
            queue = new int[csr.size()];
            Arrays.fill(seenBy, -1);
        }

        void search(int batch) {
            for (int source = batch * 64; source < Math.min(csr.size(), batch * 64 + 64); source++) searchFrom(source);
        }

        private void searchFrom(int source) {
            seenBy[source] = source;
            queue[0] = source;
            int levelStart = 0, tail = 1;
            for (int distance = 0; levelStart < tail; distance++) {
                int levelEnd = tail;
                if (distance > 0) {
                    sums.makeRoom(distance);
                    sums.count(source, distance, levelEnd - levelStart);
                }
                for (int head = levelStart; head < levelEnd; head++)
                    for (int slot = csr.offsets[queue[head]]; slot < csr.offsets[queue[head] + 1]; slot++) {
                        int next = csr.targets[slot];
                        if (seenBy[next] == source) continue;
                        seenBy[next] = source;
                        queue[tail++] = next;
                    }
                levelStart = levelEnd;
            }
        }
    }
}
