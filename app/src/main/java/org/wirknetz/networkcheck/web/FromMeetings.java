package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Regularity;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.networkcheck.Voice;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// How regularly people meet, whose voice is heard there, and who carries the work (C7.3, M2, M9).
///
/// @param quiet whether the reader may see who has not been heard
record FromMeetings(
        Telling telling,
        Regularity regularity,
        Silence silence,
        Voice voice,
        Steering steering,
        Map<UUID, Member> members,
        boolean quiet) {

    private static final int MOST_ROWS = 40;

    /// Fewer chances than these say nothing about how they are spread.
    private static final int FEWEST = 20;

    List<Block> all() {
        return List.of(rhythm(), quietPartners(), equality(), carried());
    }

    private SizeGate gate() {
        return SizeGate.of(members.size());
    }

    private List<String> how(String measure) {
        return List.of(
                telling.say("networkcheck." + measure + ".how"),
                telling.say("networkcheck.check.method", Findings.METHOD_VERSION));
    }

    Block rhythm() {
        int called = regularity.called();
        var rows = new ArrayList<Row>();
        for (var meets : regularity.bodies()) {
            rows.add(new Row(
                    meets.body().name(),
                    meets.last().isEmpty()
                            ? telling.say("networkcheck.rhythm.never")
                            : telling.say(
                                    "networkcheck.rhythm.row",
                                    meets.held(),
                                    meets.called(),
                                    telling.desk().date(meets.last().get()),
                                    spread(meets)),
                    telling.base() + "/groups/" + meets.body().id()));
        }
        return new Block(
                        "regularity",
                        telling.say("networkcheck.rhythm.title"),
                        called == 0
                                ? telling.say("networkcheck.rhythm.none")
                                : telling.say("networkcheck.rhythm.sentence", regularity.held(), called),
                        called == 0 ? null : telling.say("networkcheck.of", regularity.held(), called),
                        null,
                        called == 0 ? null : telling.history(Tally.RHYTHM),
                        how("rhythm"),
                        List.of(),
                        rows,
                        List.of(new Link(telling.say("networkcheck.work.groups"), telling.base() + "/groups")))
                .beside(new Comparing(telling).of(Tally.RHYTHM));
    }

    private String spread(Regularity.Meets meets) {
        var regular = meets.rhythm().regularity();
        var mean = meets.rhythm().mean();
        if (mean.isEmpty()) return "";
        var every = telling.say("networkcheck.rhythm.every", Math.round(mean.getAsDouble()));
        return regular.isEmpty()
                ? every
                : every
                        + telling.say(
                                "networkcheck.rhythm.spread",
                                telling.number(regular, 2),
                                meets.rhythm().longest().orElse(0));
    }

    Block quietPartners() {
        boolean shown = silence.recorded();
        return new Block(
                        "silence",
                        telling.say("networkcheck.silence.title"),
                        shown
                                ? telling.say(
                                        "networkcheck.silence.sentence",
                                        silence.quiet().size(),
                                        silence.members(),
                                        Silence.LONG)
                                : telling.say("networkcheck.silence.none"),
                        shown ? telling.say("networkcheck.of", silence.quiet().size(), silence.members()) : null,
                        null,
                        shown ? telling.history(Tally.SILENCE) : null,
                        List.of(
                                telling.say("networkcheck.silence.how", Silence.LONG),
                                telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                        List.of(),
                        !shown || !quiet
                                ? List.of()
                                : silence.quiet().stream()
                                        .limit(MOST_ROWS)
                                        .map(it -> new Row(
                                                it.member().name(),
                                                it.last() == null
                                                        ? telling.say("networkcheck.silence.never")
                                                        : telling.say(
                                                                "networkcheck.silence.last",
                                                                telling.desk().date(it.last())),
                                                telling.base() + "/organisations/"
                                                        + it.member().id()))
                                        .toList(),
                        List.of())
                .beside(shown ? new Comparing(telling).of(Tally.SILENCE) : CheckPage.Compared.NOTHING);
    }

    Block equality() {
        var inequality = voice.inequality();
        int all = voice.all();
        var silent = voice.silent().stream()
                .map(members::get)
                .filter(java.util.Objects::nonNull)
                .sorted(Comparator.comparing(Member::name))
                .toList();
        boolean shown = gate().allows(SizeGate.Kind.COUNT) && all > 0;
        var how = new ArrayList<>(how("voice"));
        if (gate().allows(SizeGate.Kind.INEQUALITY) && all >= FEWEST) {
            how.add(telling.say(
                    "networkcheck.voice.index",
                    index(inequality.gini()),
                    index(inequality.correctedGini()),
                    index(inequality.evenness()),
                    members.size()));
        }
        return new Block(
                        "equality-of-voice",
                        telling.say("networkcheck.voice.title"),
                        all == 0
                                ? telling.say("networkcheck.voice.none")
                                : !shown
                                        ? telling.withheldBy(false, 5)
                                        : telling.say(
                                                "networkcheck.voice.sentence", voice.coordinator(), all, silent.size()),
                        shown && all >= FEWEST
                                ? telling.shown(gate().index(SizeGate.Kind.INEQUALITY, inequality.evenness()))
                                : null,
                        null,
                        shown ? telling.history(Tally.VOICE) : null,
                        how,
                        voice.unsigned() == 0
                                ? List.of()
                                : List.of(telling.say("networkcheck.voice.missing", voice.unsigned())),
                        !shown || !quiet
                                ? List.of()
                                : silent.stream()
                                        .limit(MOST_ROWS)
                                        .map(it -> new Row(
                                                it.name(),
                                                telling.say("networkcheck.voice.silent"),
                                                telling.base() + "/organisations/" + it.id()))
                                        .toList(),
                        List.of())
                .beside(shown ? new Comparing(telling).of(Tally.VOICE) : CheckPage.Compared.NOTHING);
    }

    private String index(OptionalDouble value) {
        var said = telling.shown(gate().index(SizeGate.Kind.INEQUALITY, value));
        return said == null ? "–" : said;
    }

    Block carried() {
        int all = steering.all();
        return new Block(
                        "steering-quotient",
                        telling.say("networkcheck.steering.title"),
                        all == 0
                                ? telling.say("networkcheck.steering.none")
                                : telling.say("networkcheck.steering.sentence", steering.office(), all),
                        all == 0
                                ? null
                                : telling.shown(
                                        SizeGate.of(members.size()).ratio(SizeGate.Kind.COUNT, steering.office(), all)),
                        null,
                        all == 0 ? null : telling.history(Tally.STEERING),
                        how("steering"),
                        steering.unsigned() == 0
                                ? List.of()
                                : List.of(telling.say("networkcheck.steering.missing", steering.unsigned())),
                        steering.kinds().stream()
                                .map(it -> new Row(
                                        telling.say("networkcheck.steering.kind." + it.key()),
                                        telling.say("networkcheck.of", it.office(), it.all()),
                                        null))
                                .toList(),
                        List.of(new Link(
                                telling.say("networkcheck.steering.open"), telling.base() + "/check/steering")))
                .beside(all == 0 ? CheckPage.Compared.NOTHING : new Comparing(telling).of(Tally.STEERING));
    }
}
