package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.Funding;
import org.wirknetz.analysis.Graph;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Imbalance;
import org.wirknetz.networkcheck.check.CheckResult.Pair;
import org.wirknetz.networkcheck.check.CheckResult.Signal;

/// Reasons to talk. Each names its rule, its numbers, its period and what would switch it off; none of them judges.
final class Signals {
    /// Borgatti (2006): a network in which more than half of the pairs cannot reach each other has fallen apart.
    private static final double FALLEN_APART = 0.5;

    /// As the alarm of the platform before anybody has answered it.
    private static final double SHORT = 0.5;

    private static final double SINGLE = 2 / 3.0;
    private static final double HUNDRED = 100;
    private static final int EXITS = 3;
    private static final int FEWEST_TIES = 10;
    private static final double STABLE = 0.3;

    private final Boundary boundary;
    private final LocalDate asOf;
    private final CheckWords words;
    private final List<Signal> signals = new ArrayList<>();

    Signals(Boundary boundary, LocalDate asOf, CheckWords words) {
        this.boundary = boundary;
        this.asOf = asOf;
        this.words = words;
    }

    List<Signal> all() {
        return List.copyOf(signals);
    }

    Signals gaps(List<Coverage> coverage) {
        for (var gap : coverage) {
            if (gap.met()) continue;
            var subject = Signal.ofRole(gap).getFirst();
            signals.add(new Signal(
                    "M1",
                    List.of(subject),
                    words.say(
                            "check.signal.gap.evidence",
                            subject,
                            words.number(gap.present().size()),
                            words.number(gap.required())),
                    words.day(asOf),
                    words.count(
                            "check.signal.gap.off",
                            gap.required() - (long) gap.present().size()),
                    List.of(words.say("check.signal.gap.suggestion", gap.group()))));
        }
        return this;
    }

    Signals reminders(List<Imbalance> imbalances) {
        for (var pair : imbalances) {
            if (!pair.reminder()) continue;
            boolean forward = pair.given() >= pair.received();
            var giver = name(forward ? pair.one() : pair.other());
            var receiver = name(forward ? pair.other() : pair.one());
            signals.add(new Signal(
                    "F1",
                    List.of(pair.one(), pair.other()),
                    words.say(
                            "check.signal.imbalance.evidence",
                            giver,
                            receiver,
                            words.format(Math.max(pair.given(), pair.received()), 1),
                            words.format(Math.min(pair.given(), pair.received()), 1)),
                    words.say("check.until", words.day(asOf)),
                    words.say("check.signal.imbalance.off", giver, receiver),
                    List.of(words.say("check.signal.imbalance.suggestion", giver, receiver))));
        }
        return this;
    }

    /// Bridges that hold more than a single organisation, and members without whom most pairs would lose each other.
    Signals threads(Graph graph, List<Pair> bridges, List<String> cutPoints) {
        for (var bridge : bridges) {
            var side = smallerSide(graph, bridge);
            if (side.size() < 2) continue;
            var names = words.list(side.stream().map(this::name).toList());
            signals.add(new Signal(
                    "M4",
                    List.of(bridge.one(), bridge.other()),
                    words.say("check.signal.bridge.evidence", name(bridge.one()), name(bridge.other()), names),
                    words.day(asOf),
                    words.say("check.signal.bridge.off"),
                    List.of(words.say("check.signal.bridge.suggestion", names))));
        }
        for (var key : cutPoints) {
            var without = Components.of(graph.without(graph.node(key)));
            if (without.fragmentation().orElse(0) <= FALLEN_APART) continue;
            signals.add(new Signal(
                    "M8",
                    List.of(key),
                    words.say("check.signal.key.evidence", name(key), words.number(without.count())),
                    words.day(asOf),
                    words.say("check.signal.key.off"),
                    List.of(words.say("check.signal.key.suggestion", name(key)))));
        }
        return this;
    }

    /// More left than in the year before, and at least three; or hardly a tie stayed. As the alarm of the platform
    /// before anybody has answered it.
    Signals change(Change change) {
        var period = words.say("check.signal.money.period", words.day(change.since()), words.day(asOf));
        long left = change.left();
        if (left >= EXITS && left > change.leftBefore()) {
            var gone = change.gone();
            signals.add(new Signal(
                    "M5",
                    gone,
                    words.say(
                            "check.signal.left.evidence",
                            words.number(left),
                            words.number(change.leftBefore()),
                            words.list(gone)),
                    period,
                    words.say("check.signal.left.off", words.number(EXITS)),
                    List.of(words.say("check.signal.left.suggestion"))));
            return this;
        }
        change.ties()
                .filter(it -> it.before() >= FEWEST_TIES && it.jaccard().orElse(1) < STABLE)
                .ifPresent(it -> signals.add(new Signal(
                        "M5",
                        List.of(),
                        words.say("check.signal.loose.evidence", words.number(it.kept()), words.number(it.before())),
                        period,
                        words.say("check.signal.loose.off"),
                        List.of(words.say("check.signal.loose.suggestion")))));
        return this;
    }

    /// Most of the money is public and ends within twelve months, or comes from one source.
    Signals money(Money money) {
        var funding = money.funding();
        var share = funding.shortPublicShare().orElse(0);
        var period = words.say("check.signal.money.period", words.day(asOf), words.day(asOf.plusYears(1)));
        if (share > SHORT) {
            var limit = asOf.plusYears(1);
            var ending = funding.sources().stream()
                    .filter(it -> it.isPublic() && endsBy(it, limit))
                    .map(Funding.Source::name)
                    .distinct()
                    .sorted()
                    .toList();
            signals.add(new Signal(
                    "M6",
                    ending,
                    words.say(
                            "check.signal.money.short.evidence", words.format(HUNDRED * share, 0), words.list(ending)),
                    period,
                    words.say("check.signal.money.short.off", words.day(limit)),
                    List.of(words.say("check.signal.money.short.suggestion"))));
            return this;
        }
        money.sums().forEach((source, amount) -> {
            if (amount > SINGLE * funding.total())
                signals.add(new Signal(
                        "M6",
                        List.of(source),
                        words.say(
                                "check.signal.money.single.evidence",
                                words.format(HUNDRED * amount / funding.total(), 0),
                                source),
                        period,
                        words.say("check.signal.money.single.off"),
                        List.of(words.say("check.signal.money.single.suggestion"))));
        });
        return this;
    }

    private static boolean endsBy(Funding.Source source, LocalDate day) {
        var until = source.until();
        return until != null && !until.isAfter(day);
    }

    private static List<String> smallerSide(Graph graph, Pair bridge) {
        var rest = graph.withoutTie(graph.node(bridge.one()), graph.node(bridge.other()));
        var one = around(rest, bridge.one());
        var other = around(rest, bridge.other());
        return one.size() <= other.size() ? one : other;
    }

    private static List<String> around(Graph graph, String key) {
        var steps = Distances.from(graph, key);
        return graph.keys().stream()
                .filter(it -> steps.to(it) != Distances.UNREACHED)
                .toList();
    }

    private String name(String key) {
        var row = boundary.members().get(key);
        return row == null ? key : row.name();
    }
}
