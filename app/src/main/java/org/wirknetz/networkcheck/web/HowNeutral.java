package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.fair.Attention;
import org.wirknetz.networkcheck.fair.Felt;
import org.wirknetz.networkcheck.fair.Motions;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whether the coordination office gives its time to all alike, whose proposals are accepted, and how partners feel
/// treated (M11). Time and proposals are for the office alone; what was answered in a survey all may read.
record HowNeutral(Telling telling) {

    private static final int MOST_ROWS = 20;
    private static final double HUNDRED = 100;

    private SizeGate gate() {
        return SizeGate.of(telling.found().organisations());
    }

    private String method() {
        return telling.say("networkcheck.check.method", Findings.METHOD_VERSION);
    }

    Block attention(Attention attention) {
        boolean shown = gate().allows(SizeGate.Kind.COUNT) && attention.enough();
        boolean index = shown && gate().allows(SizeGate.Kind.PERCENTAGE);
        long apart = Math.round(HUNDRED * attention.apart().orElse(0));
        String sentence;
        if (!shown)
            sentence = gate().allows(SizeGate.Kind.COUNT)
                    ? telling.say("networkcheck.attention.few", hours(attention.hours()), Attention.FEWEST_HOURS)
                    : telling.withheldBy(false, 5);
        else {
            var first = attention.lines().getFirst();
            sentence = telling.say(
                    "networkcheck.attention.sentence",
                    name(attention, first),
                    hours(first.hours()),
                    hours(attention.hours()),
                    hours(first.share() * attention.hours()));
            if (index) sentence += " " + telling.say("networkcheck.attention.move", apart);
        }
        var how = new ArrayList<String>(List.of(telling.say("networkcheck.attention.how"), reference(attention)));
        if (shown && gate().allows(SizeGate.Kind.INDEX))
            how.add(telling.say("networkcheck.attention.index", telling.number(attention.apart(), 2)));
        how.add(method());
        return new Block(
                "attention",
                telling.say("networkcheck.attention.title"),
                sentence,
                index ? telling.say("networkcheck.attention.value", apart) : null,
                null,
                null,
                how,
                List.of(telling.say("networkcheck.attention.missing")),
                !shown
                        ? List.of()
                        : attention.lines().stream()
                                .limit(MOST_ROWS)
                                .map(it -> new Row(
                                        name(attention, it),
                                        telling.say(
                                                "networkcheck.attention.row",
                                                hours(it.hours()),
                                                hours(it.share() * attention.hours())),
                                        null))
                                .toList(),
                List.of(
                        new Link(
                                telling.say("networkcheck.attention.by-members"),
                                telling.base() + "/check/neutrality?reference=members"),
                        new Link(
                                telling.say("networkcheck.attention.by-capacity"),
                                telling.base() + "/check/neutrality?reference=capacity")));
    }

    private String reference(Attention attention) {
        var offered = attention.offered();
        return offered == null
                ? telling.say("networkcheck.attention.reference.members")
                : telling.say(
                        "networkcheck.attention.reference.capacity",
                        offered.amounts().size(),
                        offered.topic(),
                        offered.unit());
    }

    private String name(Attention attention, Attention.Line line) {
        if (attention.measure() == Attention.Measure.CAPACITY) return member(UUID.fromString(line.key()));
        if (line.key().isEmpty()) return telling.say("networkcheck.attention.no-kind");
        return telling.chronicle().groups().stream()
                .filter(it -> it.key().equals(line.key()))
                .map(it -> it.name(telling.desk().locale()))
                .findFirst()
                .orElse(line.key());
    }

    private String member(UUID id) {
        Member member = telling.found().snapshot().byId().get(id);
        return member == null ? "" : member.name();
    }

    private String hours(double hours) {
        return telling.format(hours, hours == Math.rint(hours) ? 0 : 1);
    }

    Block motions(Motions motions) {
        boolean counts = gate().allows(SizeGate.Kind.COUNT);
        boolean shown = counts && motions.voted() > 0;
        long differing = motions.lines().stream().filter(motions::differs).count();
        String sentence;
        if (motions.put() == 0) sentence = telling.say("networkcheck.motions.none");
        else if (!counts) sentence = telling.withheldBy(false, 5);
        else {
            sentence = telling.say("networkcheck.motions.sentence", motions.put(), motions.voted(), motions.accepted());
            sentence += " "
                    + (motions.enough()
                            ? telling.say("networkcheck.motions.differing", differing)
                            : telling.say("networkcheck.motions.few", Motions.FEWEST));
        }
        return new Block(
                "proposals",
                telling.say("networkcheck.motions.title"),
                sentence,
                shown ? telling.shown(gate().ratio(SizeGate.Kind.COUNT, motions.accepted(), motions.voted())) : null,
                null,
                null,
                List.of(telling.say("networkcheck.motions.how", Motions.FEWEST), method()),
                List.of(telling.say("networkcheck.motions.missing")),
                !counts
                        ? List.of()
                        : motions.lines().stream()
                                .limit(MOST_ROWS)
                                .map(it -> row(motions, it))
                                .toList(),
                List.of(new Link(telling.say("networkcheck.motions.next"), telling.base() + "/meetings")));
    }

    private Row row(Motions motions, Motions.Line line) {
        var text = telling.say("networkcheck.motions.row", line.put(), line.voted(), line.accepted());
        if (motions.enough() && line.voted() > 0) {
            var interval = Motions.interval(line);
            text += telling.say(
                    motions.differs(line) ? "networkcheck.motions.differs" : "networkcheck.motions.interval",
                    Math.round(HUNDRED * interval.low()),
                    Math.round(HUNDRED * interval.high()),
                    Math.round(HUNDRED * motions.accepted() / motions.voted()));
        }
        return new Row(member(line.partner()), text, telling.base() + "/organisations/" + line.partner());
    }

    Block felt(Optional<Felt> found) {
        var next = List.of(new Link(telling.say("networkcheck.felt.next"), telling.base() + "/surveys"));
        var how = List.of(telling.say("networkcheck.felt.how"), telling.say("networkcheck.felt.no-kinds"), method());
        var title = telling.say("networkcheck.felt.title");
        if (found.isEmpty())
            return new Block(
                    "felt-neutrality",
                    title,
                    telling.say("networkcheck.felt.none"),
                    null,
                    null,
                    null,
                    how,
                    List.of(),
                    List.of(),
                    next);
        var felt = found.get();
        return new Block(
                "felt-neutrality",
                title,
                telling.say(
                        "networkcheck.felt.sentence",
                        felt.agree(),
                        felt.raters(),
                        median(felt),
                        felt.survey(),
                        telling.desk().date(felt.closedOn())),
                telling.say("networkcheck.of", felt.agree(), felt.raters()),
                telling.say("networkcheck.felt.spread", felt.quartile(1), felt.quartile(3)),
                null,
                how,
                List.of(telling.say(
                        "networkcheck.felt.missing",
                        felt.invited() - felt.raters() - felt.unknown(),
                        felt.invited(),
                        felt.unknown())),
                IntStream.rangeClosed(1, 5)
                        .mapToObj(it -> new Row(
                                telling.say("networkcheck.felt.value." + it),
                                telling.say("networkcheck.of", felt.said(it), felt.raters()),
                                null))
                        .toList(),
                next);
    }

    /// Half steps are said in words below twenty answers.
    private String median(Felt felt) {
        double median = felt.median();
        int low = (int) Math.floor(median);
        return low == median ? String.valueOf(low) : telling.say("networkcheck.felt.between", low, low + 1);
    }
}
