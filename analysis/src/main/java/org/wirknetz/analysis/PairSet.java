package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Which unordered pairs of nodes are tied, for quick change: a bit for each pair where that fits, else a hash
/// set.
sealed interface PairSet {
    int MOST_NODES_AS_BITS = 8_192;

    static PairSet of(int nodes, int expected) {
        return nodes <= MOST_NODES_AS_BITS ? new Bits(nodes) : new Hashed(HashSet.newHashSet(expected));
    }

    void add(int one, int other);

    void remove(int one, int other);

    boolean contains(int one, int other);

    void clear();

    final class Bits implements PairSet {
        private final int nodes;
        private final long[] words;

        Bits(int nodes) {
            this.nodes = nodes;
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
            return Math.min(one, other) * nodes + Math.max(one, other);
        }
    }

    record Hashed(Set<Long> pairs) implements PairSet {
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

        private static long key(int one, int other) {
            return (long) Math.min(one, other) << 32 | Math.max(one, other);
        }
    }
}
