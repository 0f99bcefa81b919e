package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Which pairs of nodes are tied, ordered or not, for quick change: a bit for each pair where that fits, else a
/// hash set.
sealed interface PairSet {
    int MOST_NODES_AS_BITS = 8_192;

    static PairSet unordered(int nodes, int expected) {
        return of(nodes, expected, false);
    }

    static PairSet ordered(int nodes, int expected) {
        return of(nodes, expected, true);
    }

    private static PairSet of(int nodes, int expected, boolean ordered) {
        return nodes <= MOST_NODES_AS_BITS
                ? new Bits(nodes, ordered)
                : new Hashed(HashSet.newHashSet(expected), ordered);
    }

    void add(int one, int other);

    void remove(int one, int other);

    boolean contains(int one, int other);

    void clear();

    final class Bits implements PairSet {
        private final int nodes;
        private final boolean ordered;
        private final long[] words;

        Bits(int nodes, boolean ordered) {
            this.nodes = nodes;
            this.ordered = ordered;
            this.words = new long[(int) (((long) nodes * nodes + 63) / 64)];
        }

        @Override
        public void add(int one, int other) {
            int bit = bit(one, other);
            words[bit >>> 6] |= 1L << bit;
        }

        @Override
        public void remove(int one, int other) {
            int bit = bit(one, other);
            words[bit >>> 6] &= ~(1L << bit);
        }

        @Override
        public boolean contains(int one, int other) {
            int bit = bit(one, other);
            return (words[bit >>> 6] & 1L << bit) != 0;
        }

        @Override
        public void clear() {
            Arrays.fill(words, 0);
        }

        private int bit(int one, int other) {
            return ordered ? one * nodes + other : Math.min(one, other) * nodes + Math.max(one, other);
        }
    }

    record Hashed(Set<Long> pairs, boolean ordered) implements PairSet {
        @Override
        public void add(int one, int other) {
            pairs.add(key(one, other));
        }

        @Override
        public void remove(int one, int other) {
            pairs.remove(key(one, other));
        }

        @Override
        public boolean contains(int one, int other) {
            return pairs.contains(key(one, other));
        }

        @Override
        public void clear() {
            pairs.clear();
        }

        private long key(int one, int other) {
            return ordered ? (long) one << 32 | other : (long) Math.min(one, other) << 32 | Math.max(one, other);
        }
    }
}
