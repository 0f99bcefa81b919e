package org.wirknetz.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/// Members and ties through time and in layers (kinds of tie); any day and any choice of layers gives a graph.
///
/// Intervals are half-open: who leaves on a day is no longer there on it. Layers are measured apart or as a
/// union in which strengths add up.
public final class TieHistory {

    public record Member(String key, Interval interval) {
        public static Member always(String key) {
            return new Member(key, Interval.ALWAYS);
        }
    }

    /// A tie of one kind; `mutual` counts in both directions.
    public record Tie(String from, String to, double strength, String layer, boolean mutual, Interval interval) {}

    private final List<Member> members;
    private final List<Tie> ties;

    private TieHistory(List<Member> members, List<Tie> ties) {
        this.members = members;
        this.ties = ties;
    }

    /// Refuses what a graph refuses, whatever the day.
    public static TieHistory of(Collection<Member> members, Collection<Tie> ties) {
        var history = new TieHistory(List.copyOf(members), List.copyOf(ties));
        history.graph();
        return history;
    }

    /// Members and ties of that day; ties of members who are not there are left out.
    public TieHistory asOf(LocalDate day) {
        return kept(
                member -> member.interval().contains(day), tie -> tie.interval().contains(day));
    }

    public TieHistory inLayers(Collection<String> layers) {
        var wanted = Set.copyOf(layers);
        return kept(member -> true, tie -> wanted.contains(tie.layer()));
    }

    public TieHistory amongMembers(Predicate<String> stays) {
        return kept(member -> stays.test(member.key()), tie -> true);
    }

    /// All layers of the ties that are left.
    public Set<String> layers() {
        var layers = new TreeSet<String>();
        for (var tie : ties) layers.add(tie.layer());
        return layers;
    }

    public Graph graph() {
        var builder = Graph.builder();
        for (var member : members) builder.node(member.key());
        for (var tie : ties) {
            builder.tie(tie.from(), tie.to(), tie.strength());
            if (tie.mutual()) builder.tie(tie.to(), tie.from(), tie.strength());
        }
        return builder.build();
    }

    /// The kinds of tie between two, in either direction.
    public Set<String> layersBetween(String one, String other) {
        var layers = new TreeSet<String>();
        for (var tie : ties)
            if ((tie.from().equals(one) && tie.to().equals(other))
                    || (tie.from().equals(other) && tie.to().equals(one))) layers.add(tie.layer());
        return layers;
    }

    /// How many kinds of tie a tied pair has on average; undefined without ties.
    public OptionalDouble multiplexity() {
        Map<List<String>, Set<String>> layers = new HashMap<>();
        for (var tie : ties) {
            boolean forward = tie.from().compareTo(tie.to()) < 0;
            var pair = forward ? List.of(tie.from(), tie.to()) : List.of(tie.to(), tie.from());
            layers.computeIfAbsent(pair, key -> new HashSet<>()).add(tie.layer());
        }
        return layers.values().stream().mapToInt(Set::size).average();
    }

    private TieHistory kept(Predicate<Member> there, Predicate<Tie> holds) {
        var stay = new ArrayList<Member>();
        var keys = new HashSet<String>();
        for (var member : members)
            if (there.test(member)) {
                stay.add(member);
                keys.add(member.key());
            }
        return new TieHistory(
                List.copyOf(stay),
                ties.stream()
                        .filter(tie -> holds.test(tie) && keys.contains(tie.from()) && keys.contains(tie.to()))
                        .toList());
    }
}
