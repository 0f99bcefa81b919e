package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Lets groups keep their number from one snapshot to the next: a group takes over the number of the earlier
/// group it shares most members with (by Jaccard's share, the best match first), a group without one gets a new
/// number.
///
/// Over more than two snapshots a number is never used again only if the caller says which are unused: a group
/// that vanished is not among the earlier ones any more.
///
/// Cost O(n) and a look at all pairs of groups that share a member.
public final class PersistentLabels {
    private PersistentLabels() {}

    private record Match(int before, int now, double share) {}

    /// Members by number, for the groups now; new numbers follow the largest before.
    public static Map<Integer, List<String>> carry(
            Map<Integer, ? extends Collection<String>> before, List<List<String>> now) {
        return carry(before, now, 0);
    }

    /// The same with new numbers from `unused` on: one more than the largest in any snapshot so far.
    public static Map<Integer, List<String>> carry(
            Map<Integer, ? extends Collection<String>> before, List<List<String>> now, int unused) {
        var matches = new ArrayList<Match>();
        new TreeMap<>(before).forEach((number, members) -> {
            for (int g = 0; g < now.size(); g++) {
                double share = jaccard(members, now.get(g));
                if (share > 0) matches.add(new Match(number, g, share));
            }
        });
        matches.sort(Comparator.comparingDouble(Match::share).reversed());
        var numberOf = new HashMap<Integer, Integer>();
        var taken = new HashSet<Integer>();
        for (var match : matches)
            if (!numberOf.containsKey(match.now()) && taken.add(match.before()))
                numberOf.put(match.now(), match.before());
        int next = Math.max(
                unused,
                before.keySet().stream().mapToInt(number -> number + 1).max().orElse(0));
        var labelled = new TreeMap<Integer, List<String>>();
        for (int g = 0; g < now.size(); g++) {
            var number = numberOf.get(g);
            labelled.put(number == null ? next++ : number, now.get(g));
        }
        return labelled;
    }

    private static double jaccard(Collection<String> one, Collection<String> other) {
        var both = new HashSet<>(one);
        both.retainAll(new HashSet<>(other));
        return (double) both.size() / (one.size() + other.size() - both.size());
    }
}
