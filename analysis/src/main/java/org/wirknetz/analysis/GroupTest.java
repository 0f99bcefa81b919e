package org.wirknetz.analysis;

import java.util.Collection;
import java.util.OptionalDouble;
import java.util.Random;

/// Whether a group named beforehand is more closed than groups of its size are by chance: all (or many) ways of
/// picking as many members are compared by their network-level E-I index.
///
/// Exact, over all C(n, k) groups, where these are at most 20,000; else 10,000 seeded draws. A group that an
/// algorithm found has been chosen to look closed: show no p-value for it.
///
/// Cost of a group compared: its members and their ties. Source of the index: Krackhardt and Stern (1988).
///
/// @param observed the index of the group, empty where the network has no ties
/// @param mean the mean over the groups compared
/// @param asClosed how many of them are at most as open as the group itself
/// @param compared how many were compared
public record GroupTest(OptionalDouble observed, OptionalDouble mean, long asClosed, long compared, boolean exact) {
    static final long MOST_EXACT = 20_000;
    static final int DRAWS = 10_000;
    private static final double TIE = 1e-12;

    public static GroupTest closedness(Graph graph, Collection<String> members, long seed) {
        return closedness(graph, members, seed, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static GroupTest closedness(Graph graph, Collection<String> members, long seed, Effort effort) {
        var inside = new boolean[graph.size()];
        var chosen = new int[graph.size()];
        int size = 0;
        for (var key : members) {
            int node = graph.node(key);
            if (!inside[node]) chosen[size++] = node;
            inside[node] = true;
        }
        var csr = graph.undirected().out;
        if (csr.arcs() == 0) return new GroupTest(OptionalDouble.empty(), OptionalDouble.empty(), 0, 0, false);
        long groups = combinations(graph.size(), size);
        boolean exact = groups <= MOST_EXACT;
        var sums = new Sums(csr, index(csr, inside, chosen, size), exact ? groups : DRAWS, effort);
        if (exact) sums.all(size);
        else sums.draw(size, new Random(seed));
        return sums.result(exact);
    }

    /// The share of groups as closed as this one: exact, or with the group itself added to the draws so that it
    /// is never 0 (Phipson and Smyth 2010). Undefined where nothing was compared.
    public OptionalDouble pValue() {
        return exact
                ? Share.of(asClosed, compared)
                : compared == 0 ? OptionalDouble.empty() : Share.of(asClosed + 1, compared + 1);
    }

    static long combinations(int n, int k) {
        long count = 1;
        for (int i = 1; i <= Math.min(k, n - k); i++) {
            count = count * (n - i + 1) / i;
            if (count > MOST_EXACT * 1000) return Long.MAX_VALUE;
        }
        return count;
    }

    private static double index(Csr csr, boolean[] inside, int[] chosen, int size) {
        long external = 0;
        for (int k = 0; k < size; k++)
            for (int slot = csr.offsets[chosen[k]]; slot < csr.offsets[chosen[k] + 1]; slot++)
                if (!inside[csr.targets[slot]]) external++;
        double ties = csr.arcs() / 2.0;
        return (2 * external - ties) / ties;
    }

    private static final class Sums {
        private final Csr csr;
        private final double observed;
        private final long groups;
        private final Effort effort;
        private double sum;
        private long asClosed;
        private long compared;

        Sums(Csr csr, double observed, long groups, Effort effort) {
            this.groups = groups;
            this.effort = effort;
            this.csr = csr;
            this.observed = observed;
        }

        void all(int size) {
            var chosen = new int[size];
            for (int i = 0; i < size; i++) chosen[i] = i;
            var inside = new boolean[csr.size()];
            while (true) {
                for (int node : chosen) inside[node] = true;
                compare(inside, chosen, size);
                for (int node : chosen) inside[node] = false;
                int last = size - 1;
                while (last >= 0 && chosen[last] == csr.size() - size + last) last--;
                if (last < 0) return;
                chosen[last]++;
                for (int i = last + 1; i < size; i++) chosen[i] = chosen[i - 1] + 1;
            }
        }

        void draw(int size, Random random) {
            var order = new int[csr.size()];
            for (int i = 0; i < order.length; i++) order[i] = i;
            var inside = new boolean[csr.size()];
            for (int draw = 0; draw < DRAWS; draw++) {
                for (int i = 0; i < size; i++) {
                    int other = i + random.nextInt(order.length - i), kept = order[i];
                    order[i] = order[other];
                    order[other] = kept;
                    inside[order[i]] = true;
                }
                compare(inside, order, size);
                for (int i = 0; i < size; i++) inside[order[i]] = false;
            }
        }

        private void compare(boolean[] inside, int[] chosen, int size) {
            if ((compared & 255) == 0) effort.step(compared, groups);
            double value = index(csr, inside, chosen, size);
            sum += value;
            compared++;
            if (value <= observed + TIE) asClosed++;
        }

        GroupTest result(boolean exact) {
            return new GroupTest(OptionalDouble.of(observed), Share.of(sum, compared), asClosed, compared, exact);
        }
    }
}
