package org.wirknetz.networkcheck.alarms;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.CutPoints;
import org.wirknetz.analysis.Graph;

/// Groups that might close themselves off: those that are closer among themselves than with others, those
/// whose members have lost many of their earlier ties and hold together, and what hangs on a single tie. At
/// least three, at most half of the network.
///
/// @param now the network of the day
/// @param closer groups closer among themselves than with others, as the check of the day finds them
/// @param course the network at the ends of the quarters, the day last
record Candidates(Graph now, List<List<String>> closer, List<Graph> course) {

    private static final int FEWEST_FOR_COMMUNITIES = 10;
    private static final int MOST = 60;
    private static final double LOST = 0.5;
    private static final int FEWEST_PARTNERS = 2;

    Set<Set<String>> all() {
        var groups = new LinkedHashSet<Set<String>>();
        if (now.size() >= FEWEST_FOR_COMMUNITIES) closer.forEach(it -> add(groups, it));
        Components.of(now).members().forEach(it -> add(groups, it));
        for (var before : course.subList(0, course.size() - 1))
            withdrawn(before).forEach(it -> add(groups, it));
        for (var bridge : CutPoints.of(now).bridges()) {
            add(groups, beyond(now.node(bridge.from()), now.node(bridge.to())));
            add(groups, beyond(now.node(bridge.to()), now.node(bridge.from())));
        }
        return groups;
    }

    private void add(Set<Set<String>> groups, List<String> members) {
        if (members.size() < Fission.LEAST_MEMBERS || members.size() > MOST || 2 * members.size() > now.size()) return;
        groups.add(Set.copyOf(members));
    }

    /// Whoever lost at least half of the partners of then, held together by the ties of now.
    private List<List<String>> withdrawn(Graph before) {
        var gone = new HashSet<String>();
        for (var key : now.keys()) {
            if (before.find(key).isEmpty()) continue;
            int node = before.node(key);
            int lost = 0;
            for (int other : before.neighbours(node)) if (!tied(key, before.key(other))) lost++;
            if (before.degree(node) >= FEWEST_PARTNERS && lost >= LOST * before.degree(node)) gone.add(key);
        }
        return Components.of(now.induced(it -> gone.contains(now.key(it)))).members();
    }

    private boolean tied(String one, String other) {
        return now.find(other).isPresent() && now.hasTie(now.node(one), now.node(other));
    }

    /// Who is reached from the start without the tie to the other end; empty as soon as that is more than half.
    private List<String> beyond(int start, int barred) {
        var seen = new HashSet<Integer>(Set.of(start));
        var queue = new ArrayDeque<Integer>(List.of(start));
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int next : now.neighbours(node)) {
                if (node == start && next == barred) continue;
                if (seen.add(next)) queue.add(next);
            }
            if (2 * seen.size() > now.size() || seen.size() > MOST) return List.of();
        }
        return seen.stream().map(now::key).toList();
    }
}
