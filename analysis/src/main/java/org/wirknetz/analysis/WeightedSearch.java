package org.wirknetz.analysis;

import java.util.Arrays;

/// Dijkstra's search from one node after another, with Brandes' dependencies added up behind it. One thread's
/// room.
final class WeightedSearch {
    /// What some sources add up to, for every node.
    static final class Sums {
        final double[] lengths;
        final int[] reached;
        final double[] inverses;
        final double[] dependencies;
        long longest;

        Sums(int n) {
            lengths = new double[n];
            reached = new int[n];
            inverses = new double[n];
            dependencies = new double[n];
        }

        void add(Sums part) {
            longest = Math.max(longest, part.longest);
            for (int i = 0; i < reached.length; i++) {
                lengths[i] += part.lengths[i];
                reached[i] += part.reached[i];
                inverses[i] += part.inverses[i];
                dependencies[i] += part.dependencies[i];
            }
        }
    }

    private static final double MOST_WAYS = 1e300;
    private static final long FAR = Long.MAX_VALUE;

    private final Csr csr;
    private final long[] lengths;
    private final long[] distance;
    private final double[] paths;
    private final double[] onward;
    private final int[] order;
    private final NodeHeap heap;

    WeightedSearch(Csr csr, TieLengths lengths) {
        this.csr = csr;
        this.lengths = lengths.of();
        int n = csr.size();
        distance = new long[n];
        paths = new double[n];
        onward = new double[n];
        order = new int[n];
        heap = new NodeHeap(distance);
    }

    void run(int source, Sums sums) {
        int reached = search(source);
        sums.reached[source] = reached - 1;
        for (int k = 1; k < reached; k++) {
            double length = distance[order[k]];
            sums.lengths[source] += length;
            sums.inverses[source] += 1 / length;
        }
        if (reached > 0) sums.longest = Math.max(sums.longest, distance[order[reached - 1]]);
        for (int k = reached - 1; k > 0; k--) depend(order[k], sums);
    }

    /// The last node first: what leads over a node is known once all behind it are done.
    private void depend(int node, Sums sums) {
        double own = 0;
        for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
            int next = csr.targets[slot];
            if (distance[next] == distance[node] + lengths[slot]) own += onward[next];
        }
        double dependency = own * paths[node];
        onward[node] = (1 + dependency) / paths[node];
        sums.dependencies[node] += dependency;
    }

    private int search(int source) {
        Arrays.fill(distance, FAR);
        distance[source] = 0;
        paths[source] = 1;
        heap.add(source);
        int settled = 0;
        while (!heap.isEmpty()) {
            int node = heap.take();
            order[settled++] = node;
            long here = distance[node];
            for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
                int next = csr.targets[slot];
                long there = here + lengths[slot];
                if (there > distance[next]) continue;
                if (there == distance[next]) {
                    paths[next] += paths[node];
                    if (paths[next] > MOST_WAYS) throw new RefusedInput(RefusedInput.Reason.TOO_MANY_WAYS, "1e300");
                    continue;
                }
                boolean isNew = distance[next] == FAR;
                distance[next] = there;
                paths[next] = paths[node];
                if (isNew) heap.add(next);
                else heap.fallen(next);
            }
        }
        return settled;
    }
}
