package org.wirknetz.analysis;

/// Lists every triangle of an undirected graph once.
///
/// Ties are turned from the lower to the higher degree; then no node keeps more than √(2m) of them, and a
/// triangle is a tie whose two ends share a target. Nodes are cut into portions of about equal work, which do
/// not depend on the threads.
final class TriangleListing {
    /// A triangle's corners, and the numbers of its turned ties from a to b, from a to c and from b to c.
    interface Visitor {
        void see(int a, int b, int c, int ab, int ac, int bc);
    }

    private static final int PORTIONS = 64;
    private static final int FEW_TIES = 2_000;

    private final int size;
    private final int[] offsets;
    private final int[] targets;
    private final int[] slots;
    private final int[] portionStart;

    TriangleListing(Csr csr) {
        size = csr.size();
        offsets = new int[size + 1];
        targets = new int[csr.arcs() / 2];
        slots = new int[csr.arcs() / 2];
        int end = 0;
        for (int i = 0; i < size; i++) {
            int here = csr.degree(i);
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                int j = csr.targets[slot];
                int there = csr.degree(j);
                if (here > there || (here == there && i > j)) continue;
                targets[end] = j;
                slots[end++] = slot;
            }
            offsets[i + 1] = end;
        }
        portionStart = portions(end < FEW_TIES ? 1 : PORTIONS);
    }

    private int[] portions(int count) {
        var starts = new int[count + 1];
        int node = 0;
        for (int p = 1; p < count; p++) {
            while (node < size && offsets[node] < (long) targets.length * p / count) node++;
            starts[p] = node;
        }
        starts[count] = size;
        return starts;
    }

    int portions() {
        return portionStart.length - 1;
    }

    int ties() {
        return targets.length;
    }

    /// The turned ties of a node have the numbers from here to below the next node's first.
    int firstTie(int node) {
        return offsets[node];
    }

    int target(int tie) {
        return targets[tie];
    }

    /// Where a turned tie stands in the graph's arrays, as seen from the corner named first.
    int slot(int tie) {
        return slots[tie];
    }

    /// What a thread needs to list.
    int[] room() {
        return new int[size];
    }

    void forEach(Visitor visitor) {
        var marked = room();
        for (int portion = 0; portion < portions(); portion++) forEach(portion, marked, visitor);
    }

    void forEach(int portion, int[] marked, Visitor visitor) {
        for (int a = portionStart[portion]; a < portionStart[portion + 1]; a++) {
            int from = offsets[a], to = offsets[a + 1];
            if (to - from < 2) continue;
            for (int k = from; k < to; k++) marked[targets[k]] = k + 1;
            for (int k = from; k < to; k++) {
                int b = targets[k];
                for (int l = offsets[b], end = offsets[b + 1]; l < end; l++) {
                    int c = targets[l];
                    if (marked[c] > 0) visitor.see(a, b, c, k, marked[c] - 1, l);
                }
            }
            for (int k = from; k < to; k++) marked[targets[k]] = 0;
        }
    }
}
