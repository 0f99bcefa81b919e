package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Range;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.course.Portion;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Compared;
import org.wirknetz.networkcheck.web.CheckPage.Past;

/// Says what a value is compared with: the network's own quarters, what one organisation could cause, and chance.
record Comparing(Telling telling) {

    /// Outside of 95 of 100 random networks a value is more than chance.
    private static final double RARE = 0.025;

    private static final double HUNDRED = 100;

    /// @param decimals with which the value is printed
    Compared of(Gauge gauge, int decimals) {
        var course = telling.course(gauge);
        if (course == null || telling.found().isTooThin()) return Compared.NOTHING;
        if (!telling.found().gate().allows(SizeGate.Kind.TREND)) return Compared.NOTHING;
        var sentences = new ArrayList<String>();
        history(sentences, course);
        year(sentences, course, it -> telling.format(it, decimals));
        chance(sentences, course);
        return new Compared(sentences, past(course, decimals));
    }

    /// A count through the quarters. How little is tied does not matter to it, and no random network has any.
    Compared of(Tally tally) {
        return of(telling.followed().tallies().get(tally), tally.isIndex());
    }

    /// @param index printed as a number, not as a share
    Compared of(@Nullable Followed counted, boolean index) {
        var gate = SizeGate.of(telling.found().organisations());
        if (counted == null || !gate.allows(SizeGate.Kind.TREND)) return Compared.NOTHING;
        if (counted.points().getLast().portion().value().isEmpty()) return Compared.NOTHING;
        var sentences = new ArrayList<String>();
        history(sentences, counted.course());
        year(sentences, counted.course(), it -> index ? telling.format(it, 2) : percent(it));
        return new Compared(
                sentences,
                counted.points().stream()
                        .map(it -> new Past(telling.desk().date(it.day()), shown(index, it.portion(), gate)))
                        .toList());
    }

    private String shown(boolean index, Portion portion, SizeGate gate) {
        if (portion.value().isEmpty()) return telling.say("networkcheck.compared.unknown");
        if (index) return telling.number(portion.value(), 2);
        var ratio =
                telling.shown(gate.ratio(SizeGate.Kind.COUNT, Math.round(portion.part()), Math.round(portion.whole())));
        return ratio == null ? telling.say("networkcheck.compared.unknown") : ratio;
    }

    private String percent(double share) {
        return telling.say("networkcheck.central.percent", Math.round(HUNDRED * share));
    }

    /// Only beside chance: for a value that says nothing as a number.
    Compared onlyWithChance(Gauge gauge) {
        var course = telling.course(gauge);
        if (course == null || telling.found().isTooThin()) return Compared.NOTHING;
        if (!telling.found().gate().allows(SizeGate.Kind.COMMUNITIES)) return Compared.NOTHING;
        var sentences = new ArrayList<String>();
        chance(sentences, course);
        return new Compared(sentences, List.of());
    }

    private void history(List<String> sentences, Course course) {
        var earlier = course.points().stream()
                .map(Course.Point::value)
                .filter(OptionalDouble::isPresent)
                .count();
        switch (course.level()) {
            case LOW -> sentences.add(telling.say("networkcheck.compared.low", earlier - 1));
            case MIDDLE -> sentences.add(telling.say("networkcheck.compared.middle", earlier - 1));
            case HIGH -> sentences.add(telling.say("networkcheck.compared.high", earlier - 1));
            case UNKNOWN -> sentences.add(telling.say("networkcheck.compared.young"));
        }
    }

    private void year(List<String> sentences, Course course, DoubleFunction<String> shown) {
        if (course.now().isEmpty() || course.yearAgo().isEmpty()) return;
        var key = switch (course.trend()) {
            case RISING -> "networkcheck.compared.rising";
            case FALLING -> "networkcheck.compared.falling";
            case NONE -> "networkcheck.compared.no-arrow";
        };
        sentences.add(telling.say(
                key,
                telling.desk().date(course.points().getLast().day().minusYears(1)),
                range(course.yearAgo().get(), shown),
                range(course.now().get(), shown)));
    }

    private String range(Range range, DoubleFunction<String> shown) {
        var low = shown.apply(range.low());
        var high = shown.apply(range.high());
        return low.equals(high) ? low : telling.say("networkcheck.compared.range", low, high);
    }

    private void chance(List<String> sentences, Course course) {
        var quantile = course.quantile();
        if (quantile.isEmpty()) return;
        double share = quantile.getAsDouble();
        var key = share < RARE ? "less" : share > 1 - RARE ? "more" : "usual";
        sentences.add(telling.say(
                "networkcheck.compared.chance." + key,
                Math.round(100 * share),
                course.chance().orElseThrow().draws()));
    }

    private List<Past> past(Course course, int decimals) {
        return course.points().stream()
                .map(it -> new Past(
                        telling.desk().date(it.day()),
                        it.value().isEmpty()
                                ? telling.say("networkcheck.compared.unknown")
                                : telling.format(it.value().getAsDouble(), decimals)))
                .toList();
    }
}
