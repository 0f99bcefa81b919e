package org.wirknetz.analysis;

import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;

/// How many ties stayed between two snapshots: `|E₁ ∩ E₂| / |E₁ ∪ E₂|` (Jaccard 1901), over pairs with a tie in
/// either direction. Below about 0.3 the snapshots hardly describe one evolving network (Snijders). Undefined
/// without ties.
///
/// Cost O(m).
public record TieStability(long kept, long lost, long gained) {

    /// Nodes are matched by key; a node may be in one of the snapshots only.
    public static TieStability between(Graph before, Graph after) {
        var first = pairs(before);
        var second = pairs(after);
        long kept = first.stream().filter(second::contains).count();
        return new TieStability(kept, first.size() - kept, second.size() - kept);
    }

    public long before() {
        return kept + lost;
    }

    public long after() {
        return kept + gained;
    }

    public OptionalDouble jaccard() {
        return Share.of(kept, kept + lost + gained);
    }

    private record Pair(String one, String other) {}

    private static Set<Pair> pairs(Graph graph) {
        var either = graph.undirected();
        var pairs = new HashSet<Pair>();
        for (int i = 0; i < either.size(); i++)
            for (int j : either.neighbours(i)) {
                var one = either.key(i);
                var other = either.key(j);
                if (one.compareTo(other) < 0) pairs.add(new Pair(one, other));
            }
        return pairs;
    }
}
