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
/// group it shares most members with (by Jaccard's share, the best match first), a group without one gets a
/// number never used before.
///
/// Cost O(n) and a look at all pairs of groups that share a member.
public final class PersistentLabels {
    private PersistentLabels() {}

    private record Match(int before, int now, double share) {}

    /// Members by number, for the groups now.
    public static Map<Integer, List<String>> carry(
            Map<Integer, ? extends Collection<String>> before, List<List<String>> now) {
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
        int next = before.keySet().stream().mapToInt(number -> number + 1).max().orElse(0);
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
