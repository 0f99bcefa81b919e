package org.wirknetz.analysis;

/// Lists every triangle of an undirected graph once.
///
/// Ties are turned from the lower to the higher degree; then no node keeps more than √(2m) of them, and a triangle is a
/// tie whose two ends share a target.
final class TriangleListing {
    /// A triangle's corners, and where its three ties stand in the graph's arrays as seen from the first-named corner.
    interface Visitor {
        void see(int a, int b, int c, int ab, int ac, int bc);
    }

    private final int size;
    private final int[] offsets;
    private final int[] targets;
    private final int[] slots;

    TriangleListing(Csr csr) {
        size = csr.size();
        offsets = new int[size + 1];
        targets = new int[csr.arcs() / 2];
        slots = new int[csr.arcs() / 2];
        int end = 0;
        for (int i = 0; i < size; i++) {
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                int j = csr.targets[slot];
                if (!leads(csr, i, j)) continue;
                targets[end] = j;
                slots[end++] = slot;
            }
            offsets[i + 1] = end;
        }
    }

    private static boolean leads(Csr csr, int i, int j) {
        int here = csr.degree(i), there = csr.degree(j);
        return here < there || (here == there && i < j);
    }

    void forEach(Visitor visitor) {
        var marked = new int[size];
        for (int a = 0; a < size; a++) {
            for (int k = offsets[a]; k < offsets[a + 1]; k++) marked[targets[k]] = k + 1;
            for (int k = offsets[a]; k < offsets[a + 1]; k++) {
                int b = targets[k];
                for (int l = offsets[b]; l < offsets[b + 1]; l++) {
                    int c = targets[l];
                    if (marked[c] > 0) visitor.see(a, b, c, slots[k], slots[marked[c] - 1], slots[l]);
                }
            }
            for (int k = offsets[a]; k < offsets[a + 1]; k++) marked[targets[k]] = 0;
        }
    }
}
