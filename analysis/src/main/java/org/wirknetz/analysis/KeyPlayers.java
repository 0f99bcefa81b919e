package org.wirknetz.analysis;

import java.util.List;
import java.util.Optional;

/// Whose leaving would break the network most (Borgatti 2006, the negative key-player problem): the set of so
/// many nodes without which the fragmentation of the rest is highest. Exact, by trying all sets.
///
/// Cost O(n + m) a set tried.
///
/// @param fragmentation of the network that is left
public record KeyPlayers(List<String> nodes, double fragmentation) {
    /// Sets beyond so many are not tried: four of 60, three of 150, two of 1,400.
    static final long MOST_SETS = 1_000_000;

    /// The smallest set of at most `most` nodes whose removal pushes the fragmentation above the limit; among
    /// sets of that size the one that breaks most. A network above the limit as it is gets its best single node.
    /// Empty where there is none, or too many sets would have to be tried.
    public static Optional<KeyPlayers> breaking(Graph graph, double limit, int most) {
        return breaking(graph, limit, most, Effort.threads(1));
    }

    /// On one thread, whatever the effort; every size tells its progress anew.
    public static Optional<KeyPlayers> breaking(Graph graph, double limit, int most, Effort effort) {
        for (int size = 1; size <= most; size++) {
            var best = best(graph, size, effort);
            if (best.isEmpty()) return best;
            if (best.get().fragmentation() > limit) return best;
        }
        return Optional.empty();
    }

    /// The set of exactly so many nodes whose removal breaks most; of equals the one listed first. Empty where
    /// fewer than two nodes would be left, or too many sets would have to be tried.
    public static Optional<KeyPlayers> best(Graph graph, int size) {
        return best(graph, size, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static Optional<KeyPlayers> best(Graph graph, int size, Effort effort) {
        var either = graph.undirected();
        int n = either.size();
        long sets = GroupTest.combinations(n, size), tried = 0;
        if (size < 1 || n - size < 2 || sets > MOST_SETS) return Optional.empty();
        var chosen = new int[size];
        for (int i = 0; i < size; i++) chosen[i] = i;
        var search = new Rest(either.out);
        var best = chosen.clone();
        double highest = -1;
        while (true) {
            if ((tried++ & 255) == 0) effort.step(tried, sets);
            double fragmentation = search.fragmentationWithout(chosen);
            if (fragmentation > highest + 1e-12) {
                highest = fragmentation;
                best = chosen.clone();
            }
            int last = size - 1;
            while (last >= 0 && chosen[last] == n - size + last) last--;
            if (last < 0) break;
            chosen[last]++;
            for (int i = last + 1; i < size; i++) chosen[i] = chosen[i - 1] + 1;
        }
        return Optional.of(new KeyPlayers(either.keysOf(best), highest));
    }

    private static final class Rest {
        private final Csr csr;
        private final int[] seen;
        private final int[] queue;
        private int round;

        Rest(Csr csr) {
            this.csr = csr;
            seen = new int[csr.size()];
            queue = new int[csr.size()];
        }

        double fragmentationWithout(int[] gone) {
            round++;
            for (int node : gone) seen[node] = round;
            double joined = 0;
            for (int root = 0; root < seen.length; root++) {
                if (seen[root] == round) continue;
                seen[root] = round;
                queue[0] = root;
                int tail = 1;
                for (int head = 0; head < tail; head++) {
                    int node = queue[head];
                    for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                        int next = csr.targets[slot];
                        if (seen[next] == round) continue;
                        seen[next] = round;
                        queue[tail++] = next;
                    }
                }
                joined += tail * (tail - 1.0);
            }
            double left = seen.length - gone.length;
            return 1 - joined / (left * (left - 1));
        }
    }
}
