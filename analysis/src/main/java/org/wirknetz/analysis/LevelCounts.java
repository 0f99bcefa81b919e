package org.wirknetz.analysis;

import java.util.Arrays;

/// For every node how many nodes stand at each distance, added up exactly: the whole of what closeness, harmonic
/// centrality, path length and efficiency need.
record LevelCounts(long[] pairsAt, long[] sums, int[] reached, double[] inverses) {
    static LevelCounts of(Csr csr) {
        return bySearch(csr);
    }

    /// One breadth-first search a node.
    static LevelCounts bySearch(Csr csr) {
        int n = csr.size();
        var pairsAt = new long[Math.max(1, n)];
        var sums = new long[n];
        var reached = new int[n];
        var inverses = new double[n];
        var seenBy = new int[n];
        Arrays.fill(seenBy, -1);
        var queue = new int[n];
        int deepest = 0;
        for (int source = 0; source < n; source++) {
            seenBy[source] = source;
            queue[0] = source;
            int levelStart = 0, tail = 1, distance = 0;
            while (levelStart < tail) {
                int levelEnd = tail;
                if (distance > 0) {
                    int count = levelEnd - levelStart;
                    pairsAt[distance] += count;
                    sums[source] += (long) distance * count;
                    inverses[source] += (double) count / distance;
                    deepest = Math.max(deepest, distance);
                }
                for (int head = levelStart; head < levelEnd; head++) {
                    int node = queue[head];
                    for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                        int next = csr.targets[slot];
                        if (seenBy[next] == source) continue;
                        seenBy[next] = source;
                        queue[tail++] = next;
                    }
                }
                levelStart = levelEnd;
                distance++;
            }
            reached[source] = tail - 1;
        }
        return new LevelCounts(Arrays.copyOf(pairsAt, deepest + 1), sums, reached, inverses);
    }
}
