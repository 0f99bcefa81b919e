package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.OrganisationValues;

/// What the check says in words, before any number stands in a table. It tells what is seen and leaves the judging to
/// the network.
final class Sentences {
    private static final int FEW = 6;
    private static final double LEAST_ANSWERED = 0.6;
    private static final int COUNTS_FROM = 5;
    private static final int INDICES_FROM = 10;

    private final CheckResult result;
    private final CheckInput input;
    private final CheckWords words;
    private final List<String> all = new ArrayList<>();

    Sentences(CheckResult result, CheckInput input, CheckWords words) {
        this.result = result;
        this.input = input;
        this.words = words;
    }

    List<String> all() {
        members();
        roles();
        if (result.network().ties() > 0) {
            parts();
            if (documented()) {
                ways();
                threads();
            } else {
                add("check.sentence.thin");
            }
        }
        give();
        chances();
        change();
        money();
        people();
        return all;
    }

    private void members() {
        var facts = result.network();
        add("check.sentence.members", number(facts.organisations()), words.day(facts.asOf()));
        if (!result.components().isEmpty()) {
            add("check.sentence.ties", number(facts.ties()), number(facts.oneSidedTies()));
        } else if (facts.ties() == 0) {
            add("check.sentence.ties.none");
        }
        var answered = facts.responseShare();
        if (answered == null) add("check.sentence.answers.unknown");
        else
            add(
                    input.worked() == null ? "check.sentence.answers" : "check.sentence.documented",
                    words.percent(answered, 0));
    }

    private void roles() {
        if (result.coverage().isEmpty()) return;
        long met = result.coverage().stream().filter(Coverage::met).count();
        var gaps = result.coverage().stream()
                .filter(it -> !it.met())
                .map(it -> it.area().isEmpty() ? it.group() : it.group() + " (" + it.area() + ")")
                .toList();
        if (gaps.isEmpty()) add("check.sentence.roles.all", number(met));
        else add("check.sentence.roles", number(met), number(result.coverage().size()), few(gaps));
    }

    private void parts() {
        var isolates = result.components().stream()
                .filter(it -> it.size() == 1)
                .map(List::getFirst)
                .toList();
        long parts = result.components().size() - (long) isolates.size();
        if (result.components().size() == 1) add("check.sentence.parts.one");
        else if (parts > 1) add("check.sentence.parts.many", number(parts));
        if (result.components().size() > 1 && !isolates.isEmpty()) {
            all.add(words.count("check.sentence.isolates", isolates.size(), few(named(isolates))));
        }
    }

    private void ways() {
        var within = result.measure(MeasureId.PAIRS_WITHIN_TWO);
        var longest = result.measure(MeasureId.DIAMETER).value();
        var near = within.numerator();
        var pairs = within.denominator();
        if (near != null && pairs != null && longest != null) {
            add("check.sentence.ways", number(near), number(pairs), number(longest));
        }
    }

    private void threads() {
        if (!result.cutPoints().isEmpty()) {
            all.add(words.count(
                    "check.sentence.cut-points", result.cutPoints().size(), few(named(result.cutPoints()))));
        }
        if (!result.bridges().isEmpty()) {
            var bridges = result.bridges().stream()
                    .map(it -> name(it.one()) + " – " + name(it.other()))
                    .toList();
            all.add(words.count("check.sentence.bridges", bridges.size(), few(bridges)));
        }
        var indispensable = result.indispensable();
        if (indispensable != null && !indispensable.members().isEmpty() && enough()) {
            var members = named(indispensable.members());
            all.add(words.count("check.sentence.key-players", members.size(), few(members)));
        }
        var closed = NamedGroup.closed(result.namedGroups());
        if (!closed.isEmpty() && enough()) {
            all.add(words.count(
                    "check.sentence.closed",
                    closed.size(),
                    few(closed.stream().map(NamedGroup::name).toList())));
        }
    }

    /// Enough organisations to count.
    private boolean enough() {
        return result.network().organisations() >= COUNTS_FROM;
    }

    /// As on the page: where too few have said or entered anything, what holds by one thread would describe the gaps.
    private boolean documented() {
        var answered = result.network().responseShare();
        return answered == null || answered >= LEAST_ANSWERED;
    }

    private void give() {
        var dyads = result.measure(MeasureId.RECIPROCITY_DYADS);
        var mutual = dyads.numerator();
        var connected = dyads.denominator();
        if (mutual == null || connected == null) return;
        var key = dyads.basis().contains("contributions") ? "check.sentence.given" : "check.sentence.mutual";
        add(key, number(mutual), number(connected));
    }

    private void chances() {
        var coordinator = result.network().coordinator();
        if (coordinator == null || result.measure(MeasureId.GINI).value() == null) return;
        var measuring = new Measuring(0, new Display(result.network().gate(), false, words), words);
        var boundary = new Boundary(input.tables(), input.asOf());
        var activities = new Standing(input.tables(), boundary, input.asOf(), measuring).activities();
        double sum =
                activities.values().stream().mapToDouble(Double::doubleValue).sum();
        long none = activities.values().stream().filter(it -> it == 0).count();
        add(
                "check.sentence.activities",
                words.format(activities.getOrDefault(coordinator, 0.0), 1),
                words.format(sum, 1),
                name(coordinator));
        if (none > 0) all.add(words.count("check.sentence.activities.none", none));
    }

    private void change() {
        var turnover = result.measure(MeasureId.TURNOVER).numerator();
        if (turnover != null) add("check.sentence.turnover", number(turnover));
        var kept = result.measure(MeasureId.TIE_STABILITY);
        var stayed = kept.numerator();
        var ever = kept.denominator();
        if (stayed != null && ever != null) add("check.sentence.stability", number(stayed), number(ever));
        var months = result.measure(MeasureId.MEDIAN_TENURE).value();
        if (months != null && result.network().organisations() >= INDICES_FROM)
            add("check.sentence.tenure", number(months));
    }

    private void money() {
        var open = result.measure(MeasureId.PUBLIC_SHARE).value();
        var brief = result.measure(MeasureId.SHORT_PUBLIC_SHARE).value();
        if (open != null && brief != null) {
            add("check.sentence.money", words.percent(open, 0), words.percent(brief, 0));
        }
    }

    private void people() {
        var single = result.measure(MeasureId.SINGLE_THREAD_TIES);
        var threads = single.numerator();
        var pairs = single.denominator();
        if (threads != null && pairs != null) add("check.sentence.single", number(threads), number(pairs));
        var reach = result.measure(MeasureId.OPERATIVE_REACH);
        var operative = reach.numerator();
        var contact = reach.denominator();
        if (operative != null && contact != null) add("check.sentence.operative", number(operative), number(contact));
    }

    private void add(String key, Object... values) {
        all.add(words.say(key, values));
    }

    private String number(double number) {
        return words.number(number);
    }

    private List<String> named(List<String> keys) {
        return keys.stream().map(this::name).toList();
    }

    private String name(String key) {
        return result.organisations().stream()
                .filter(it -> it.key().equals(key))
                .map(OrganisationValues::name)
                .findFirst()
                .orElse(key);
    }

    // Six names can be read; the rest stands in the table.
    private String few(List<String> names) {
        if (names.size() <= FEW) return words.list(names);
        return String.join(", ", names.subList(0, FEW)) + " " + words.say("check.and-more", number(names.size() - FEW));
    }
}
