package org.wirknetz.networkcheck.web;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.wirknetz.analysis.Display;
import org.wirknetz.networkcheck.web.WhatIfPage.Part;
import org.wirknetz.networkcheck.web.WhatIfPage.Row;
import org.wirknetz.networkcheck.whatif.Plays;
import org.wirknetz.networkcheck.whatif.Reading;

/// Every reading of a play: today, in the play, and the difference, where both may be shown.
///
/// @param discreet with those that would tell of single partners
record WhatIfTable(CheckDesk desk, String base, Plays.Answer answer, boolean discreet) {

    private static final double NOTHING = 1e-12;

    List<Part> parts() {
        var parts = new ArrayList<Part>();
        for (var chapter : List.of("", "standards", "shaping", "sustaining")) {
            var rows = Arrays.stream(Reading.values())
                    .filter(it -> it.chapter().equals(chapter) && (discreet || !it.isDiscreet()))
                    .map(this::row)
                    .toList();
            var title = chapter.isEmpty() ? "networkcheck.what-if.size" : "networkcheck.chapter." + chapter;
            parts.add(new Part(desk.say(title), rows));
        }
        return parts;
    }

    private Row row(Reading reading) {
        var now = Objects.requireNonNull(answer.now().get(reading));
        var then = Objects.requireNonNull(answer.then().get(reading));
        var difference = difference(now, then);
        return new Row(
                reading.key(),
                desk.say("networkcheck.what-if.reading." + reading.key()),
                reading.chapter().isEmpty() ? "" : base + "/check/" + reading.chapter() + "#" + reading.anchor(),
                shown(now),
                shown(then),
                difference,
                !same(now, then));
    }

    /// "The mean way would be 2.1 instead of 2.3 steps": empty where nothing changes, or it may not be shown.
    String change(Reading reading) {
        var now = Objects.requireNonNull(answer.now().get(reading));
        var then = Objects.requireNonNull(answer.then().get(reading));
        if (now instanceof Display.Withheld || then instanceof Display.Withheld) return "";
        if (shown(now).equals(shown(then))) return desk.say("networkcheck.what-if.ways-same", shown(now));
        return desk.say("networkcheck.what-if.ways", shown(then), shown(now));
    }

    private String shown(Display display) {
        return switch (display) {
            case Display.Fraction(var part, var whole) -> desk.say("networkcheck.of", part, whole);
            case Display.Percent percent ->
                desk.say(
                        "networkcheck.what-if.percent", format(percent.rounded().doubleValue(), percent.decimals()));
            case Display.Number number -> format(number.rounded().doubleValue(), number.decimals());
            case Display.Withheld(var why) -> desk.say("networkcheck.what-if.withheld." + why);
        };
    }

    private String difference(Display now, Display then) {
        if (now instanceof Display.Withheld || then instanceof Display.Withheld)
            return same(now, then) ? "" : desk.say("networkcheck.what-if.not-comparable");
        if (same(now, then)) return desk.say("networkcheck.what-if.same");
        return switch (now) {
            case Display.Number one
            when then instanceof Display.Number other ->
                signed(other.value() - one.value(), Math.max(one.decimals(), other.decimals()), "{0}");
            case Display.Percent one
            when then instanceof Display.Percent other ->
                signed(
                        other.value() - one.value(),
                        Math.max(one.decimals(), other.decimals()),
                        "networkcheck.what-if.points");
            case Display.Fraction one
            when then instanceof Display.Fraction other && one.whole() == other.whole() ->
                signed(other.part() - one.part(), 0, "{0}");
            case Display.Fraction one
            when then instanceof Display.Fraction other ->
                desk.say(
                        "networkcheck.what-if.other-whole",
                        one.part() == other.part()
                                ? desk.say("networkcheck.what-if.same")
                                : signed(other.part() - one.part(), 0, "{0}"),
                        other.whole(),
                        one.whole());
            case Display.Number ignored -> desk.say("networkcheck.what-if.not-comparable");
            case Display.Percent ignored -> desk.say("networkcheck.what-if.not-comparable");
            case Display.Fraction ignored -> desk.say("networkcheck.what-if.not-comparable");
            case Display.Withheld ignored -> "";
        };
    }

    private static boolean same(Display now, Display then) {
        if (now instanceof Display.Number one && then instanceof Display.Number other)
            return Math.abs(one.value() - other.value()) < NOTHING;
        if (now instanceof Display.Percent one && then instanceof Display.Percent other)
            return Math.abs(one.value() - other.value()) < NOTHING;
        return now.equals(then);
    }

    /// @param words around the number; the number alone for `{0}`
    private String signed(double change, int decimals, String words) {
        var size = format(Math.abs(change), decimals);
        if (size.equals(format(0, decimals))) return desk.say("networkcheck.what-if.hardly");
        var number = (change < 0 ? "−" : "+") + size;
        return words.equals("{0}") ? number : desk.say(words, number);
    }

    private String format(double value, int decimals) {
        var format = NumberFormat.getInstance(desk.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(java.math.RoundingMode.HALF_UP);
        return format.format(value).replace('-', '−');
    }
}
