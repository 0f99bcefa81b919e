package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.map.Circles;
import org.wirknetz.networkcheck.map.Pair;
import org.wirknetz.networkcheck.map.Shift;
import org.wirknetz.networkcheck.web.CheckPage.Link;

/// What a map shows, in words and tables: whoever cannot or does not want to use the picture misses
/// nothing.
///
/// @param kinds names of the kinds of tie by key
/// @param base of the workspace
record MapTelling(CheckDesk desk, Map<String, ActorGroup> groups, Map<String, String> kinds, String base) {

    private static final int MOST_ROWS = 400;

    MapPage.Tables tables(Snapshot snapshot) {
        var degrees = new HashMap<UUID, Integer>();
        for (var pair : snapshot.ties().stream().map(Pair::of).collect(Collectors.toSet())) {
            degrees.merge(pair.one(), 1, Integer::sum);
            degrees.merge(pair.other(), 1, Integer::sum);
        }
        var byId = snapshot.byId();
        int rows = snapshot.members().size() + snapshot.ties().size();
        return new MapPage.Tables(
                snapshot.members().stream()
                        .map(it -> new MapPage.Organisation(
                                it.name(), href(it), groups.get(it.group()), degrees.getOrDefault(it.id(), 0)))
                        .sorted(Comparator.comparingInt((MapPage.Organisation it) -> -it.degree())
                                .thenComparing(MapPage.Organisation::name))
                        .limit(MOST_ROWS)
                        .toList(),
                snapshot.ties().stream()
                        .map(it -> tie(it, byId))
                        .sorted(Comparator.comparing(MapPage.Tie::from)
                                .thenComparing(MapPage.Tie::to)
                                .thenComparing(MapPage.Tie::kind))
                        .limit(MOST_ROWS)
                        .toList(),
                Math.max(
                        0,
                        rows
                                - Math.min(MOST_ROWS, snapshot.members().size())
                                - Math.min(MOST_ROWS, snapshot.ties().size())),
                base + "/ties");
    }

    private MapPage.Tie tie(TieRecord tie, Map<UUID, Member> byId) {
        var strength = tie.strength();
        return new MapPage.Tie(
                Objects.requireNonNull(byId.get(tie.from())).name(),
                Objects.requireNonNull(byId.get(tie.to())).name(),
                tie.mutual(),
                kinds.getOrDefault(tie.kind(), tie.kind()),
                strength == null ? "–" : String.valueOf(strength),
                desk.say("networkcheck.map.word.source." + (tie.isObserved() ? "observed" : "declared")),
                desk.say("networkcheck.map.word.confirmed." + (tie.confirmedByBoth() ? "both" : "one")),
                days(tie.start(), tie.end()),
                tie.isObserved() ? base + "/ties/between/" + tie.from() + "/" + tie.to() : base + "/ties/" + tie.id());
    }

    private String days(@Nullable LocalDate start, @Nullable LocalDate end) {
        if (start != null && end != null) return desk.say("networkcheck.map.from-to", desk.date(start), desk.date(end));
        if (start != null) return desk.say("networkcheck.map.since", desk.date(start));
        return end == null ? "–" : desk.say("networkcheck.map.until", desk.date(end));
    }

    MapPage.Changes changes(Shift shift) {
        return new MapPage.Changes(
                desk.say(
                        "networkcheck.map.changes.sentence",
                        desk.date(shift.since()),
                        shift.came().size(),
                        shift.gone().size(),
                        shift.joined().size(),
                        shift.left().size()),
                shift.came().stream().map(this::pair).toList(),
                shift.gone().stream().map(this::pair).toList(),
                shift.joined().stream().map(this::link).toList(),
                shift.left().stream().map(this::link).toList());
    }

    private MapPage.Pair pair(Shift.Change change) {
        var on = change.on();
        return new MapPage.Pair(
                change.one().name(),
                change.other().name(),
                change.kinds().stream().map(it -> kinds.getOrDefault(it, it)).collect(Collectors.joining(", ")),
                on == null ? "–" : desk.date(on),
                between(change.one(), change.other()));
    }

    private String between(Member one, Member other) {
        return base + "/ties/between/" + one.id() + "/" + other.id();
    }

    private String href(Member member) {
        return base + "/organisations/" + member.id();
    }

    Link link(Member member) {
        return new Link(member.name(), href(member));
    }

    /// "Who can introduce me to X?"
    MapPage.Way way(Member from, Member to, List<List<Member>> ways, List<String> people) {
        var title = desk.say("networkcheck.map.way.title", from.name(), to.name());
        if (ways.isEmpty())
            return new MapPage.Way(
                    title, desk.say("networkcheck.map.way.none", from.name(), to.name()), List.of(), List.of());
        int steps = ways.getFirst().size() - 1;
        var sentence = steps == 1
                ? desk.say("networkcheck.map.way.direct", from.name(), to.name())
                : steps == 2
                        ? desk.say(
                                "networkcheck.map.way.one",
                                Sentences.names(
                                        desk,
                                        ways.stream()
                                                .map(it -> it.get(1).name())
                                                .toList()),
                                to.name())
                        : desk.say(
                                "networkcheck.map.way.several",
                                steps,
                                ways.getFirst().get(1).name(),
                                ways.getFirst().get(steps - 1).name(),
                                to.name());
        return new MapPage.Way(
                title,
                sentence,
                ways.stream().map(way -> way.stream().map(this::link).toList()).toList(),
                people);
    }

    MapPage.Parts circles(Circles circles, Snapshot shown) {
        var byId = shown.byId();
        var groups = new ArrayList<Map.Entry<String, List<Link>>>();
        for (var group : circles.groups()) {
            groups.add(Map.entry(
                    desk.say("networkcheck.map.circle", groups.size() + 1, group.size()),
                    group.stream().map(this::link).toList()));
        }
        var bridges = circles.bridges().stream()
                .filter(it -> byId.containsKey(it.one()) && byId.containsKey(it.other()))
                .map(it -> bridge(
                        Objects.requireNonNull(byId.get(it.one())), Objects.requireNonNull(byId.get(it.other()))))
                .sorted(Comparator.comparing(Link::text))
                .toList();
        return new MapPage.Parts(
                desk.say("networkcheck.map.circles.sentence", groups.size(), bridges.size()), groups, bridges);
    }

    private Link bridge(Member one, Member other) {
        var names = new ArrayList<>(List.of(one.name(), other.name()));
        names.sort(Comparator.naturalOrder());
        return new Link(String.join(" – ", names), between(one, other));
    }

    /// Only those that stay, as they were: the ground on which what vanished is drawn.
    static Snapshot staying(Snapshot before, Shift shift) {
        var gone = shift.gone().stream().map(Shift.Change::pair).collect(Collectors.toSet());
        Set<Member> left = new HashSet<>(shift.left());
        return new Snapshot(
                before.asOf(),
                before.members().stream().filter(it -> !left.contains(it)).toList(),
                before.ties().stream().filter(it -> !gone.contains(Pair.of(it))).toList());
    }
}
