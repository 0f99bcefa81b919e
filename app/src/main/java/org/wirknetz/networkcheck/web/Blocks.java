package org.wirknetz.networkcheck.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Completeness;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Target;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;
import org.wirknetz.platform.web.Sparkline;

/// Says the findings: for each measure the sentence, the value its size allows, and what is behind it.
///
/// @param names false for readers who get figures without names
/// @param enters may enter ties, so a finding may offer one
record Blocks(
        CheckDesk desk,
        String base,
        Chronicle chronicle,
        Findings found,
        Findings without,
        List<Findings> history,
        boolean names,
        boolean enters) {

    private static final int MOST_ROWS = 40;

    List<Block> all() {
        var blocks = new ArrayList<Block>();
        if (!chronicle.targetsOn(found.snapshot().asOf()).isEmpty()) blocks.add(completeness());
        blocks.add(cohesion());
        blocks.add(ways());
        blocks.add(circles());
        blocks.add(cutPoints());
        blocks.add(bridges());
        blocks.add(words());
        return List.copyOf(blocks);
    }

    private Block completeness() {
        var targets = new ArrayList<Completeness.Target>();
        for (var target : chronicle.targetsOn(found.snapshot().asOf())) {
            targets.add(new Completeness.Target(
                    groupName(target), target.weight().doubleValue(), target.minimum(), present(target)));
        }
        var completeness = Completeness.of(targets);
        var gaps = completeness.gaps();
        var sentence = gaps.isEmpty()
                ? desk.say("networkcheck.completeness.full", targets.size())
                : desk.say(
                        "networkcheck.completeness.gaps",
                        completeness.met(),
                        targets.size(),
                        Sentences.names(
                                desk,
                                gaps.stream().map(Completeness.Target::role).toList()));
        return new Block(
                "completeness",
                desk.say("networkcheck.completeness.title"),
                sentence,
                desk.say("networkcheck.of", completeness.met(), targets.size()),
                desk.say("networkcheck.completeness.weighted", number(completeness.share(), 2)),
                null,
                how("completeness", found),
                List.of(),
                targets.stream()
                        .map(it -> new Row(
                                it.role(),
                                desk.say("networkcheck.completeness.row", it.present(), it.required()),
                                null))
                        .toList(),
                names ? List.of(new Link(desk.say("networkcheck.completeness.next"), base + "/targets")) : List.of());
    }

    private String groupName(Target target) {
        var area = target.area();
        var group = chronicle.groups().stream()
                .filter(it -> it.key().equals(target.group()))
                .findFirst()
                .map(it -> it.name(desk.locale()))
                .orElse(desk.locale().equals(java.util.Locale.ENGLISH) ? target.nameEn() : target.nameDe());
        return area == null ? group : group + " (" + area + ")";
    }

    private int present(Target target) {
        return (int) found.snapshot().members().stream()
                .filter(it -> it.groups().contains(target.group()))
                .filter(it -> target.area() == null || it.area().equals(target.area()))
                .count();
    }

    private Block cohesion() {
        var parts = found.components();
        var value = shown(found.gate().count(SizeGate.Kind.COUNT, parts.size()));
        var sentence = parts.size() <= 1
                ? desk.say("networkcheck.cohesion.one", found.organisations(), found.pairs())
                : desk.say(
                        "networkcheck.cohesion.many",
                        parts.size(),
                        parts.getFirst().size(),
                        found.organisations(),
                        found.untied().size());
        return new Block(
                "cohesion",
                desk.say("networkcheck.cohesion.title"),
                sentence,
                value == null ? null : desk.say("networkcheck.cohesion.value", parts.size()),
                beneath(desk.say(
                        "networkcheck.cohesion.without", without.components().size())),
                history(it -> it.components().size()),
                how("cohesion", found),
                missing(),
                parts.size() <= 1
                        ? List.of()
                        : parts.stream()
                                .limit(MOST_ROWS)
                                .map(part ->
                                        new Row(list(part), desk.say("networkcheck.organisations", part.size()), null))
                                .toList(),
                untiedLinks());
    }

    private Block ways() {
        var ways = found.ways();
        var gate = found.gate();
        var mean = gate.index(SizeGate.Kind.DISTANCE, ways.mean());
        var value = shown(mean);
        var within = shown(gate.ratio(SizeGate.Kind.DISTANCE, ways.withinTwo(), ways.all()));
        var sentence = value == null
                ? withheld(mean)
                : desk.say("networkcheck.ways.sentence", value, within == null ? "–" : within, longest());
        var rows = new ArrayList<Row>();
        if (value != null) {
            ways.byDistance()
                    .forEach((steps, pairs) -> rows.add(new Row(
                            desk.say("networkcheck.ways.steps", steps),
                            desk.say("networkcheck.ways.pairs", pairs),
                            null)));
            if (ways.reachable() < ways.all()) {
                rows.add(new Row(
                        desk.say("networkcheck.ways.none"),
                        desk.say("networkcheck.ways.pairs", ways.all() - ways.reachable()),
                        null));
            }
        }
        var other = shown(
                without.gate().index(SizeGate.Kind.DISTANCE, without.ways().mean()));
        return new Block(
                "ways",
                desk.say("networkcheck.ways.title"),
                sentence,
                value == null ? null : desk.say("networkcheck.ways.value", value),
                other == null ? null : beneath(desk.say("networkcheck.ways.without", other)),
                value == null ? null : historyOf(it -> it.ways().mean()),
                how("ways", found),
                missing(),
                rows,
                value == null || !enters ? List.of() : farthestLinks());
    }

    private String longest() {
        return String.valueOf(found.ways().diameter().orElse(0));
    }

    private List<Link> farthestLinks() {
        return found.farthest().stream()
                .limit(4)
                .map(pair -> new Link(
                        desk.say(
                                "networkcheck.ways.introduce",
                                pair.one().shortName(),
                                pair.other().shortName()),
                        newTie(pair.one(), pair.other())))
                .toList();
    }

    private Block circles() {
        var circles = found.circles();
        var allowed = found.gate().allows(SizeGate.Kind.COMMUNITIES) && !found.isTooThin();
        String sentence;
        if (!allowed) sentence = withheldBy(found.isTooThin(), 10);
        else if (circles.size() < 2) sentence = desk.say("networkcheck.circles.none");
        else {
            var closest = circles.getFirst();
            long all = closest.ties().external() + closest.ties().internal();
            sentence = desk.say(
                    "networkcheck.circles.sentence",
                    circles.size(),
                    list(closest.members()),
                    closest.ties().external(),
                    all);
        }
        return new Block(
                "circles",
                desk.say("networkcheck.circles.title"),
                sentence,
                allowed && circles.size() > 1 ? desk.say("networkcheck.circles.value", circles.size()) : null,
                null,
                null,
                how("circles", found),
                missing(),
                !allowed
                        ? List.of()
                        : circles.stream()
                                .map(circle -> new Row(
                                        list(circle.members()),
                                        desk.say(
                                                "networkcheck.circles.row",
                                                circle.ties().external(),
                                                circle.ties().external()
                                                        + circle.ties().internal()),
                                        null))
                                .toList(),
                List.of(new Link(desk.say("networkcheck.check.map"), base + "/check/map")));
    }

    private Block cutPoints() {
        var cuts = found.cutPoints();
        var shown = found.gate().allows(SizeGate.Kind.CUT_POINT);
        var sentence = !shown
                ? withheldBy(found.isTooThin(), 5)
                : cuts.isEmpty()
                        ? desk.say("networkcheck.cuts.none")
                        : names
                                ? desk.say("networkcheck.cuts.sentence", cuts.size(), list(cuts))
                                : desk.say("networkcheck.cuts.count", cuts.size());
        return new Block(
                "cut-points",
                desk.say("networkcheck.cuts.title"),
                sentence,
                shown ? String.valueOf(cuts.size()) : null,
                shown
                        ? beneath(desk.say(
                                "networkcheck.cuts.without", without.cutPoints().size()))
                        : null,
                shown ? history(it -> it.cutPoints().size()) : null,
                how("cuts", found),
                missing(),
                shown && names ? cuts.stream().map(this::row).toList() : List.of(),
                List.of(new Link(desk.say("networkcheck.check.map"), base + "/check/map")));
    }

    private Row row(Member member) {
        return new Row(
                member.name(),
                member.coordinator() ? desk.say("networkcheck.map.word.coordinator") : "",
                base + "/check/map#node="
                        + java.net.URLEncoder.encode(member.key(), java.nio.charset.StandardCharsets.UTF_8));
    }

    private Block bridges() {
        var bridges = found.bridges();
        var shown = found.gate().allows(SizeGate.Kind.CUT_POINT);
        String sentence;
        if (!shown) sentence = withheldBy(found.isTooThin(), 5);
        else if (bridges.isEmpty()) sentence = desk.say("networkcheck.bridges.none");
        else if (!names) sentence = desk.say("networkcheck.bridges.count", bridges.size());
        else {
            var first = bridges.getFirst();
            sentence = desk.say(
                    "networkcheck.bridges.sentence",
                    first.one().name(),
                    first.other().name(),
                    list(first.beyond()),
                    bridges.size());
        }
        return new Block(
                "bridges",
                desk.say("networkcheck.bridges.title"),
                sentence,
                shown ? String.valueOf(bridges.size()) : null,
                null,
                shown ? history(it -> it.bridges().size()) : null,
                how("bridges", found),
                missing(),
                !shown || !names
                        ? List.of()
                        : bridges.stream()
                                .limit(MOST_ROWS)
                                .map(bridge -> new Row(
                                        bridge.one().name() + " – "
                                                + bridge.other().name(),
                                        desk.say("networkcheck.bridges.row", list(bridge.beyond())),
                                        null))
                                .toList(),
                !shown || !enters ? List.of() : secondTies());
    }

    /// Whom one could introduce so that a group no longer hangs on one tie.
    private List<Link> secondTies() {
        var links = new ArrayList<Link>();
        for (var bridge : found.bridges().subList(0, Math.min(3, found.bridges().size()))) {
            var inside = bridge.beyond().contains(bridge.one()) ? bridge.one() : bridge.other();
            var outside = inside.equals(bridge.one()) ? bridge.other() : bridge.one();
            bridge.beyond().stream()
                    .filter(it -> !it.equals(inside))
                    .findFirst()
                    .ifPresent(it -> links.add(new Link(
                            desk.say("networkcheck.ways.introduce", it.shortName(), outside.shortName()),
                            newTie(it, outside))));
        }
        return links;
    }

    private Block words() {
        long sure = found.pairs() - found.oneSided();
        return new Block(
                "confirmed",
                desk.say("networkcheck.words.title"),
                found.pairs() == 0
                        ? desk.say("networkcheck.words.none")
                        : desk.say("networkcheck.words.sentence", sure, found.pairs()),
                found.pairs() == 0 ? null : desk.say("networkcheck.of", sure, found.pairs()),
                null,
                null,
                how("words", found),
                missing(),
                List.of(),
                names
                        ? List.of(new Link(desk.say("networkcheck.words.next"), base + "/ties?confirmed=one"))
                        : List.of());
    }

    private List<String> how(String measure, Findings of) {
        return List.of(
                desk.say("networkcheck." + measure + ".how"),
                desk.say("networkcheck.check.basis", of.organisations(), of.pairs()),
                desk.say("networkcheck.check.method", Findings.METHOD_VERSION));
    }

    private List<String> missing() {
        if (found.untied().isEmpty()) return List.of(desk.say("networkcheck.missing.nobody"));
        var count = desk.say("networkcheck.missing.some", found.untied().size(), found.organisations());
        return names ? List.of(count, list(found.untied())) : List.of(count);
    }

    private List<Link> untiedLinks() {
        if (!enters) return List.of();
        return found.untied().stream()
                .limit(4)
                .map(it -> new Link(
                        desk.say("networkcheck.cohesion.next", it.shortName()),
                        base + "/ties/new?from=" + it.id() + "&to="))
                .toList();
    }

    private String newTie(Member one, Member other) {
        return base + "/ties/new?from=" + one.id() + "&to=" + other.id();
    }

    private String list(List<Member> members) {
        return names
                ? Sentences.names(desk, members.stream().map(Member::name).toList())
                : desk.say("networkcheck.organisations", members.size());
    }

    private @Nullable String beneath(String text) {
        return found.snapshot().members().stream().anyMatch(Member::coordinator) ? text : null;
    }

    private @Nullable Sparkline history(ToDoubleFunction<Findings> value) {
        return historyOf(
                it -> it.organisations() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value.applyAsDouble(it)));
    }

    private @Nullable Sparkline historyOf(java.util.function.Function<Findings, OptionalDouble> value) {
        if (!found.gate().allows(SizeGate.Kind.TREND)) return null;
        var values = history.stream()
                .filter(it -> !it.isTooThin())
                .map(value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .collect(Collectors.toList());
        return values.size() < 2 ? null : new Sparkline(values);
    }

    private @Nullable String shown(Display display) {
        return switch (display) {
            case Display.Fraction(var part, var whole) -> desk.say("networkcheck.of", part, whole);
            case Display.Percent percent ->
                format(percent.rounded().doubleValue(), percent.decimals())
                        + (desk.locale().getLanguage().equals("en") ? "%" : "\u202f%");
            case Display.Number number -> format(number.rounded().doubleValue(), number.decimals());
            case Display.Withheld ignored -> null;
        };
    }

    private String withheld(Display display) {
        return withheldBy(
                display instanceof Display.Withheld(var why) && why == Display.Why.TOO_FEW_ANSWERS,
                display instanceof Display.Withheld(var why) && why == Display.Why.UNDEFINED ? 2 : 5);
    }

    private String withheldBy(boolean thin, int least) {
        if (thin) return desk.say("networkcheck.withheld.thin", found.untied().size(), found.organisations());
        return least == 2
                ? desk.say("networkcheck.withheld.undefined")
                : desk.say("networkcheck.withheld.small", found.organisations(), least);
    }

    private String number(OptionalDouble value, int decimals) {
        return value.isEmpty() ? "–" : format(value.getAsDouble(), decimals);
    }

    private String format(double value, int decimals) {
        var format = NumberFormat.getInstance(desk.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
