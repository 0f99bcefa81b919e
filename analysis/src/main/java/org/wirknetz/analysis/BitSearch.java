package org.wirknetz.analysis;

import java.util.Arrays;

/// Breadth-first searches from 256 nodes at once, one bit each (Then et al. 2014): a level asks every node for
/// the union of what its neighbours saw last. New bits are counted at the node, not at the source; as a
/// distance is the same from both ends (along the arcs: looked at from the node that walks), a count of 256
/// bits serves 256 pairs.
///
/// Memory: 96 bytes a node.
final class BitSearch {
    static final int SOURCES = 256;
    private static final int WORDS = SOURCES / 64;

    private final Csr csr;
    private final LevelCounts.Sums sums;
    private final long[] seen;
    private long[] frontier;
    private long[] next;
    private final int[] open;
    /// Nodes that saw their last source in the level before, and in this one: their lines must be blank from
    /// then on.
    private int[] closed;
    private int[] closing;
    private int closedCount;
    private int closingCount;

    BitSearch(Csr csr, LevelCounts.Sums sums) {
        this.csr = csr;
        this.sums = sums;
        int n = csr.size();
        seen = new long[n * WORDS];
        frontier = new long[n * WORDS];
        next = new long[n * WORDS];
        open = new int[n];
        closed = new int[n];
        closing = new int[n];
    }

    /// Counts for every node its distances to the 256 nodes from `first`.
    void run(int first) {
        int n = csr.size();
        int last = Math.min(n, first + SOURCES);
        Arrays.fill(seen, 0);
        Arrays.fill(frontier, 0);
        for (int source = first; source < last; source++) {
            int bit = source - first;
            seen[source * WORDS + (bit >> 6)] |= 1L << bit;
            frontier[source * WORDS + (bit >> 6)] |= 1L << bit;
        }
        for (int i = 0; i < n; i++) open[i] = i;
        closedCount = 0;
        closingCount = 0;
        int left = n;
        for (int distance = 1; left > 0; distance++) {
            sums.makeRoom(distance);
            int still = level(left, distance, last - first);
            if (still < 0) return;
            left = still;
            blankClosed();
            var swap = frontier;
            frontier = next;
            next = swap;
        }
    }

    /// One step further; how many nodes have not seen all sources, or −1 if nothing new was seen.
    private int level(int left, int distance, int sources) {
        long full0 = mask(sources),
                full1 = mask(sources - 64),
                full2 = mask(sources - 128),
                full3 = mask(sources - 192);
        int still = 0;
        boolean any = false;
        for (int k = 0; k < left; k++) {
            int node = open[k];
            long a = 0, b = 0, c = 0, d = 0;
            for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
                int line = csr.targets[slot] * WORDS;
                a |= frontier[line];
                b |= frontier[line + 1];
                c |= frontier[line + 2];
                d |= frontier[line + 3];
            }
            int own = node * WORDS;
            a &= ~seen[own];
            b &= ~seen[own + 1];
            c &= ~seen[own + 2];
            d &= ~seen[own + 3];
            next[own] = a;
            next[own + 1] = b;
            next[own + 2] = c;
            next[own + 3] = d;
            if ((a | b | c | d) != 0) {
                any = true;
                sums.count(node, distance, Long.bitCount(a) + Long.bitCount(b) + Long.bitCount(c) + Long.bitCount(d));
                a = seen[own] |= a;
                b = seen[own + 1] |= b;
                c = seen[own + 2] |= c;
                d = seen[own + 3] |= d;
                if (a == full0 && b == full1 && c == full2 && d == full3) {
                    closing[closingCount++] = node;
                    continue;
                }
            }
            open[still++] = node;
        }
        return any ? still : -1;
    }

    /// Called before the lines change places: what closed a level ago is blank in the line read next but one.
    private void blankClosed() {
        for (int k = 0; k < closedCount; k++) Arrays.fill(next, closed[k] * WORDS, closed[k] * WORDS + WORDS, 0);
        var swap = closed;
        closed = closing;
        closedCount = closingCount;
        closing = swap;
        closingCount = 0;
        for (int k = 0; k < closedCount; k++) Arrays.fill(frontier, closed[k] * WORDS, closed[k] * WORDS + WORDS, 0);
    }

    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= 64 ? -1L : (1L << bits) - 1;
    }
}
