package org.wirknetz.networkcheck.map;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;

/// The sub-networks of a day as the network check finds them (German: *Teilnetze*), and the last
/// bridges: ties by which a sub-network of at least three, or a part of at least two, still hangs on
/// the rest.
///
/// @param groups of at least three organisations, the largest first; empty where the check finds none
/// @param bridges the pairs whose loss would cut off a part, and the last two or fewer that lead out of
///     a group
public record Circles(List<List<Member>> groups, Set<Pair> bridges) {

    public static final Circles NONE = new Circles(List.of(), Set.of());

    private static final int LEAST_MEMBERS = 3;
    private static final int LEAST_BEYOND = 2;
    private static final int LAST = 2;

    public Circles {
        groups = List.copyOf(groups);
        bridges = Set.copyOf(bridges);
    }

    public static Circles of(Findings found) {
        if (found.isTooThin() || !found.gate().allows(SizeGate.Kind.CUT_POINT)) return NONE;
        var groups = found.circles().size() < 2
                ? List.<List<Member>>of()
                : found.circles().stream()
                        .map(Findings.Circle::members)
                        .filter(it -> it.size() >= LEAST_MEMBERS)
                        .sorted((one, other) -> Integer.compare(other.size(), one.size()))
                        .toList();
        var bridges = new HashSet<Pair>();
        found.bridges().stream()
                .filter(it -> it.beyond().size() >= LEAST_BEYOND)
                .forEach(it -> bridges.add(new Pair(it.one().id(), it.other().id())));
        for (var group : groups) {
            var leaving = leaving(found, group.stream().map(Member::id).collect(Collectors.toSet()));
            if (leaving.size() <= LAST) bridges.addAll(leaving);
        }
        return new Circles(groups, bridges);
    }

    private static Set<Pair> leaving(Findings found, Set<UUID> group) {
        return found.snapshot().ties().stream()
                .filter(it -> group.contains(it.from()) != group.contains(it.to()))
                .map(Pair::of)
                .collect(Collectors.toSet());
    }
}
