package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whether everybody is connected, and by how many steps.
record HowConnected(Telling telling) {

    private static final int MOST_ROWS = 40;

    Block cohesion() {
        var parts = telling.found().components();
        var value = telling.shown(telling.found().gate().count(SizeGate.Kind.COUNT, parts.size()));
        var sentence = parts.size() <= 1
                ? telling.say(
                        "networkcheck.cohesion.one",
                        telling.found().organisations(),
                        telling.found().pairs())
                : telling.say(
                        "networkcheck.cohesion.many",
                        parts.size(),
                        parts.getFirst().size(),
                        telling.found().organisations(),
                        telling.found().untied().size());
        return new Block(
                        "cohesion",
                        telling.say("networkcheck.cohesion.title"),
                        sentence,
                        value == null ? null : telling.say("networkcheck.cohesion.value", parts.size()),
                        telling.beneath(telling.say(
                                "networkcheck.cohesion.without",
                                telling.without().components().size())),
                        telling.history(Gauge.PIECES),
                        telling.how("cohesion", telling.found()),
                        telling.missing(),
                        parts.size() <= 1
                                ? List.of()
                                : parts.stream()
                                        .limit(MOST_ROWS)
                                        .map(part -> new Row(
                                                telling.list(part),
                                                telling.say("networkcheck.organisations", part.size()),
                                                null))
                                        .toList(),
                        untiedLinks())
                .beside(value == null ? CheckPage.Compared.NOTHING : new Comparing(telling).of(Gauge.PIECES, 0));
    }

    private List<Link> untiedLinks() {
        if (!telling.enters()) return List.of();
        return telling.found().untied().stream()
                .limit(4)
                .map(it -> new Link(
                        telling.say("networkcheck.cohesion.next", it.shortName()),
                        telling.base() + "/ties/new?from=" + it.id() + "&to="))
                .toList();
    }

    Block ways() {
        var ways = telling.found().ways();
        var gate = telling.found().gate();
        var mean = gate.index(SizeGate.Kind.DISTANCE, ways.mean());
        var value = telling.shown(mean);
        var within = telling.shown(gate.ratio(SizeGate.Kind.DISTANCE, ways.withinTwo(), ways.all()));
        var sentence = value == null
                ? telling.withheld(mean)
                : telling.say("networkcheck.ways.sentence", value, within == null ? "–" : within, longest());
        var rows = new ArrayList<Row>();
        if (value != null) {
            ways.byDistance()
                    .forEach((steps, pairs) -> rows.add(new Row(
                            telling.say("networkcheck.ways.steps", steps),
                            telling.say("networkcheck.ways.pairs", pairs),
                            null)));
            if (ways.reachable() < ways.all()) {
                rows.add(new Row(
                        telling.say("networkcheck.ways.none"),
                        telling.say("networkcheck.ways.pairs", ways.all() - ways.reachable()),
                        null));
            }
        }
        var other = telling.shown(telling.without()
                .gate()
                .index(SizeGate.Kind.DISTANCE, telling.without().ways().mean()));
        return new Block(
                        "ways",
                        telling.say("networkcheck.ways.title"),
                        sentence,
                        value == null ? null : telling.say("networkcheck.ways.value", value),
                        other == null ? null : telling.beneath(telling.say("networkcheck.ways.without", other)),
                        value == null ? null : telling.history(Gauge.WAYS),
                        telling.how("ways", telling.found()),
                        telling.missing(),
                        rows,
                        value == null || !telling.enters() ? List.of() : farthestLinks())
                .beside(value == null ? CheckPage.Compared.NOTHING : new Comparing(telling).of(Gauge.WAYS, 2));
    }

    private String longest() {
        return String.valueOf(telling.found().ways().diameter().orElse(0));
    }

    private List<Link> farthestLinks() {
        return telling.found().farthest().stream()
                .limit(4)
                .map(pair -> new Link(
                        telling.say(
                                "networkcheck.ways.introduce",
                                pair.one().shortName(),
                                pair.other().shortName()),
                        telling.newTie(pair.one(), pair.other())))
                .toList();
    }
}
