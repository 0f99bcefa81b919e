package org.wirknetz.networkcheck.map;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;

/// Who is near to whom on a map, and by whom one could be introduced (capabilities C11.2). Every tie is
/// one step.
public final class Ways {

    /// So many ways are shown; with more, the one with the strongest ties on it come first.
    public static final int MOST = 5;

    private static final int MOST_LOOKED_AT = 400;

    private final Map<UUID, Member> members;
    private final Map<UUID, Map<UUID, Integer>> partners = new HashMap<>();

    private Ways(Snapshot snapshot) {
        members = snapshot.byId();
        for (var tie : snapshot.ties()) {
            note(tie.from(), tie.to(), tie);
            note(tie.to(), tie.from(), tie);
        }
    }

    public static Ways in(Snapshot snapshot) {
        return new Ways(snapshot);
    }

    private void note(UUID from, UUID to, TieRecord tie) {
        var strength = tie.strength();
        partners.computeIfAbsent(from, it -> new TreeMap<>()).merge(to, strength == null ? 1 : strength, Math::max);
    }

    /// Everybody within so many steps, and the one itself; empty where it is not on the map.
    public Set<UUID> around(UUID start, int steps) {
        if (!members.containsKey(start)) return Set.of();
        var near = new HashSet<UUID>();
        distances(start).forEach((id, distance) -> {
            if (distance <= steps) near.add(id);
        });
        return near;
    }

    /// The shortest ways, both ends included; empty where there is none, or one of the two is not on
    /// the map.
    public List<List<Member>> between(UUID start, UUID goal) {
        if (start.equals(goal) || !members.containsKey(start) || !members.containsKey(goal)) return List.of();
        var distances = distances(goal);
        if (!distances.containsKey(start)) return List.of();
        var found = new ArrayList<List<UUID>>();
        follow(new ArrayList<>(List.of(start)), goal, distances, found);
        return found.stream()
                .sorted(Comparator.<List<UUID>>comparingInt(it -> -weakest(it)).thenComparing(it -> -sum(it)))
                .limit(MOST)
                .map(way -> way.stream()
                        .map(members::get)
                        .map(Objects::requireNonNull)
                        .toList())
                .toList();
    }

    private void follow(List<UUID> way, UUID goal, Map<UUID, Integer> distances, Collection<List<UUID>> found) {
        if (found.size() >= MOST_LOOKED_AT) return;
        var here = way.getLast();
        if (here.equals(goal)) {
            found.add(List.copyOf(way));
            return;
        }
        int left = Objects.requireNonNull(distances.get(here));
        for (var next : partners.getOrDefault(here, Map.of()).keySet()) {
            if (distances.getOrDefault(next, Integer.MAX_VALUE) != left - 1) continue;
            way.add(next);
            follow(way, goal, distances, found);
            way.removeLast();
        }
    }

    private Map<UUID, Integer> distances(UUID start) {
        var distances = new HashMap<UUID, Integer>(Map.of(start, 0));
        var queue = new ArrayDeque<UUID>(List.of(start));
        while (!queue.isEmpty()) {
            var here = queue.remove();
            int next = Objects.requireNonNull(distances.get(here)) + 1;
            for (var other : partners.getOrDefault(here, Map.of()).keySet()) {
                if (distances.putIfAbsent(other, next) == null) queue.add(other);
            }
        }
        return distances;
    }

    private int weakest(List<UUID> way) {
        int weakest = Integer.MAX_VALUE;
        for (int at = 1; at < way.size(); at++) weakest = Math.min(weakest, strength(way.get(at - 1), way.get(at)));
        return weakest;
    }

    private int sum(List<UUID> way) {
        int sum = 0;
        for (int at = 1; at < way.size(); at++) sum += strength(way.get(at - 1), way.get(at));
        return sum;
    }

    private int strength(UUID one, UUID other) {
        return Objects.requireNonNull(Objects.requireNonNull(partners.get(one)).get(other));
    }
}
