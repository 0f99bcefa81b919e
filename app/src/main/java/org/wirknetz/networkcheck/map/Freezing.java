package org.wirknetz.networkcheck.map;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.layout.Layout;
import org.wirknetz.analysis.layout.Point;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieKind;
import org.wirknetz.networkcheck.TieRecord;

/// Copies a network of a day for a frozen map.
public final class Freezing {

    /// Below this many organisations structure alone gives away who is who.
    public static final int FEWEST_HIDDEN = 20;

    /// A smaller group would be a name.
    static final int LEAST_OF_GROUP = 3;

    private Freezing() {}

    /// @param kindNames both names of a kind of tie by its key: German, then English
    public static FrozenNetwork named(
            Snapshot snapshot,
            Map<UUID, Point> places,
            List<ActorGroup> groups,
            Function<String, List<String>> kindNames) {
        var used = groups.stream()
                .filter(group ->
                        snapshot.members().stream().anyMatch(it -> it.group().equals(group.key())))
                .toList();
        var at = new HashMap<UUID, Integer>();
        var nodes = new ArrayList<FrozenNetwork.Node>();
        for (var member : snapshot.members()) {
            at.put(member.id(), nodes.size());
            var place = places.getOrDefault(member.id(), new Point(0.5, 0.66));
            nodes.add(new FrozenNetwork.Node(member.name(), groupOf(member, used), place.x(), place.y()));
        }
        return new FrozenNetwork(
                false,
                nodes,
                snapshot.ties().stream().map(it -> named(it, at, kindNames)).toList(),
                used.stream().map(Freezing::copy).toList());
    }

    private static FrozenNetwork.Tie named(
            TieRecord tie, Map<UUID, Integer> at, Function<String, List<String>> kindNames) {
        var names = kindNames.apply(tie.kind());
        return new FrozenNetwork.Tie(
                Objects.requireNonNull(at.get(tie.from())),
                Objects.requireNonNull(at.get(tie.to())),
                names.getFirst(),
                names.getLast(),
                tie.confirmedByBoth(),
                tie.isObserved());
    }

    private static int groupOf(Member member, List<ActorGroup> groups) {
        for (int at = 0; at < groups.size(); at++) if (groups.get(at).key().equals(member.group())) return at;
        return -1;
    }

    private static FrozenNetwork.Group copy(ActorGroup group) {
        return new FrozenNetwork.Group(group.nameDe(), group.nameEn(), group.colour(), group.shape());
    }

    /// Letters in an order drawn by chance, anew each time; who is which is written down nowhere. The
    /// coordination office is left out: everybody is tied to it, so it is known at a glance. Groups of
    /// fewer than three are one together. Places are worked out from this copy alone and turned over by
    /// chance, so that no picture with names lies beneath.
    ///
    /// @param others the name of the groups that are one: German, then English
    public static FrozenNetwork hidden(
            Snapshot whole, List<ActorGroup> groups, List<String> others, RandomGenerator random) {
        var snapshot = whole.withoutCoordinator();
        var drawn = new ArrayList<>(snapshot.members());
        Collections.shuffle(drawn, java.util.Random.from(random));
        var letter = new HashMap<UUID, Integer>();
        for (var member : drawn) letter.put(member.id(), letter.size());
        var pairs = new TreeSet<List<Integer>>(
                Comparator.<List<Integer>>comparingInt(List::getFirst).thenComparingInt(List::getLast));
        for (var tie : snapshot.ties()) {
            int one = Objects.requireNonNull(letter.get(tie.from()));
            int other = Objects.requireNonNull(letter.get(tie.to()));
            pairs.add(List.of(Math.min(one, other), Math.max(one, other)));
        }
        var large = large(drawn, groups);
        var places = places(drawn.size(), pairs);
        boolean mirrored = random.nextBoolean();
        boolean upended = random.nextBoolean();
        var nodes = new ArrayList<FrozenNetwork.Node>();
        for (var member : drawn) {
            int own = groupOf(member, large);
            var place = Objects.requireNonNull(places.get(letters(nodes.size())));
            nodes.add(new FrozenNetwork.Node(
                    letters(nodes.size()),
                    own < 0 ? large.size() : own,
                    mirrored ? Layout.WIDTH - place.x() : place.x(),
                    upended ? Layout.HEIGHT - place.y() : place.y()));
        }
        var copies = new ArrayList<>(large.stream().map(Freezing::copy).toList());
        copies.add(new FrozenNetwork.Group(others.getFirst(), others.getLast(), 0, 1));
        return new FrozenNetwork(
                true,
                nodes,
                pairs.stream()
                        .map(it -> new FrozenNetwork.Tie(it.getFirst(), it.getLast(), "", "", true, false))
                        .toList(),
                copies);
    }

    /// The groups that may be told: none has fewer than three here, and neither have all the others
    /// together.
    private static List<ActorGroup> large(List<Member> members, List<ActorGroup> groups) {
        Map<String, Long> counts =
                members.stream().collect(Collectors.groupingBy(Member::group, Collectors.counting()));
        var told = groups.stream()
                .filter(it -> counts.getOrDefault(it.key(), 0L) >= LEAST_OF_GROUP)
                .sorted(Comparator.comparingLong((ActorGroup it) -> counts.getOrDefault(it.key(), 0L))
                        .thenComparingInt(ActorGroup::number))
                .collect(Collectors.toCollection(ArrayList::new));
        while (!told.isEmpty() && isFew(members, told)) told.removeFirst();
        told.sort(Comparator.comparingInt(ActorGroup::number));
        return told;
    }

    private static boolean isFew(List<Member> members, List<ActorGroup> told) {
        long others = members.stream().filter(it -> groupOf(it, told) < 0).count();
        return others > 0 && others < LEAST_OF_GROUP;
    }

    private static Map<String, Point> places(int size, TreeSet<List<Integer>> pairs) {
        var builder = Graph.builder();
        for (int at = 0; at < size; at++) builder.node(letters(at));
        pairs.forEach(it -> builder.tie(letters(it.getFirst()), letters(it.getLast())));
        return Layout.of(builder.build().undirected()).byKey();
    }

    /// A, B … Z, AA, AB …
    static String letters(int at) {
        return at < 26 ? String.valueOf((char) ('A' + at)) : letters(at / 26 - 1) + (char) ('A' + at % 26);
    }

    /// Both names of a kind of tie, for [#named].
    public static List<String> names(TieKind kind, org.wirknetz.platform.Words words) {
        return List.of(kind.name(words, java.util.Locale.GERMAN), kind.name(words, java.util.Locale.ENGLISH));
    }
}
