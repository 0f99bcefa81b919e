package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.check.Indispensable;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whom and which ties the network cannot lose.
record WhatItHangsOn(Telling telling) {

    private static final int MOST_ROWS = 40;

    Block cutPoints() {
        var cuts = telling.found().cutPoints();
        var shown = telling.found().gate().allows(SizeGate.Kind.CUT_POINT);
        var sentence = !shown
                ? telling.withheldBy(telling.found().isTooThin(), 5)
                : cuts.isEmpty()
                        ? telling.say("networkcheck.cuts.none")
                        : telling.say("networkcheck.cuts.sentence", cuts.size(), telling.list(cuts));
        return new Block(
                        "cut-points",
                        telling.say("networkcheck.cuts.title"),
                        sentence,
                        shown ? String.valueOf(cuts.size()) : null,
                        shown
                                ? telling.beneath(telling.say(
                                        "networkcheck.cuts.without",
                                        telling.without().cutPoints().size()))
                                : null,
                        shown ? telling.history(Gauge.CUT_POINTS) : null,
                        telling.how("cuts", telling.found()),
                        telling.missing(),
                        shown ? cuts.stream().map(this::row).toList() : List.of(),
                        List.of(new Link(telling.say("networkcheck.check.map"), telling.base() + "/check/map")))
                .beside(shown ? new Comparing(telling).of(Gauge.CUT_POINTS, 0) : CheckPage.Compared.NOTHING);
    }

    private Row row(Member member) {
        return new Row(
                member.name(),
                member.coordinator() ? telling.say("networkcheck.map.word.coordinator") : "",
                telling.base() + "/check/map#node="
                        + java.net.URLEncoder.encode(member.key(), java.nio.charset.StandardCharsets.UTF_8));
    }

    /// The fewest without whom most pairs lose each other; all sets of their size were tried.
    Block keyPlayers(Indispensable found) {
        boolean shown = telling.found().gate().allows(SizeGate.Kind.CUT_POINT)
                && telling.found().pairs() > 0;
        var byId = telling.found().snapshot().byId();
        var members = found.members().stream()
                .map(it -> Objects.requireNonNull(byId.get(UUID.fromString(it))))
                .sorted(Comparator.comparing(Member::name))
                .toList();
        long pairs = Indispensable.pairs(telling.found().organisations() - members.size());
        long lost = Math.round(found.fragmentation() * pairs);
        String sentence;
        if (!shown)
            sentence = telling.found().pairs() == 0
                    ? telling.say("networkcheck.withheld.undefined")
                    : telling.withheldBy(telling.found().isTooThin(), 5);
        else if (found.apart()) sentence = telling.say("networkcheck.players.apart", lost, pairs);
        else if (members.isEmpty()) sentence = telling.say("networkcheck.players.none", found.sought());
        else
            sentence = telling.say("networkcheck.players.sentence", members.size(), telling.list(members), lost, pairs);
        var how = new ArrayList<String>(telling.how("players", telling.found()));
        how.add(1, telling.say("networkcheck.players.sought", found.sought()));
        return new Block(
                "key-players",
                telling.say("networkcheck.players.title"),
                sentence,
                shown && !members.isEmpty() ? telling.say("networkcheck.organisations", members.size()) : null,
                null,
                null,
                how,
                telling.missing(),
                shown ? members.stream().map(this::row).toList() : List.of(),
                List.of(new Link(telling.say("networkcheck.check.map"), telling.base() + "/check/map")));
    }

    Block bridges() {
        var bridges = telling.found().bridges();
        var shown = telling.found().gate().allows(SizeGate.Kind.CUT_POINT);
        String sentence;
        if (!shown) sentence = telling.withheldBy(telling.found().isTooThin(), 5);
        else if (bridges.isEmpty()) sentence = telling.say("networkcheck.bridges.none");
        else {
            var first = bridges.getFirst();
            sentence = telling.say(
                    "networkcheck.bridges.sentence",
                    first.one().name(),
                    first.other().name(),
                    telling.list(first.beyond()),
                    bridges.size());
        }
        return new Block(
                        "bridges",
                        telling.say("networkcheck.bridges.title"),
                        sentence,
                        shown ? String.valueOf(bridges.size()) : null,
                        null,
                        shown ? telling.history(Gauge.BRIDGES) : null,
                        telling.how("bridges", telling.found()),
                        telling.missing(),
                        !shown
                                ? List.of()
                                : bridges.stream()
                                        .limit(MOST_ROWS)
                                        .map(bridge -> new Row(
                                                bridge.one().name() + " – "
                                                        + bridge.other().name(),
                                                telling.say("networkcheck.bridges.row", telling.list(bridge.beyond())),
                                                null))
                                        .toList(),
                        !shown || !telling.enters() ? List.of() : secondTies())
                .beside(shown ? new Comparing(telling).of(Gauge.BRIDGES, 0) : CheckPage.Compared.NOTHING);
    }

    /// Whom one could introduce so that a group no longer hangs on one tie.
    private List<Link> secondTies() {
        var links = new ArrayList<Link>();
        for (var bridge : telling.found()
                .bridges()
                .subList(0, Math.min(3, telling.found().bridges().size()))) {
            var inside = bridge.beyond().contains(bridge.one()) ? bridge.one() : bridge.other();
            var outside = inside.equals(bridge.one()) ? bridge.other() : bridge.one();
            bridge.beyond().stream()
                    .filter(it -> !it.equals(inside))
                    .findFirst()
                    .ifPresent(it -> links.add(new Link(
                            telling.say("networkcheck.ways.introduce", it.shortName(), outside.shortName()),
                            telling.newTie(it, outside))));
        }
        return links;
    }
}
