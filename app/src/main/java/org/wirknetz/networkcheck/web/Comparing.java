package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.course.Beside;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.course.Portion;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Compared;
import org.wirknetz.networkcheck.web.CheckPage.Past;

/// Says what a value is compared with: the network's own quarters, what one organisation could cause, and chance.
record Comparing(Telling telling) {

    private static final double HUNDRED = 100;

    /// @param decimals with which the value is printed
    Compared of(Gauge gauge, int decimals) {
        return of(gauge, it -> telling.format(it, decimals));
    }

    /// For a value that is printed in percent.
    Compared inPercent(Gauge gauge) {
        return of(gauge, it -> percent(Math.max(0, it)));
    }

    private Compared of(Gauge gauge, DoubleFunction<String> shown) {
        var course = telling.course(gauge);
        if (course == null || telling.found().isTooThin()) return Compared.NOTHING;
        if (!telling.found().gate().allows(SizeGate.Kind.TREND)) return Compared.NOTHING;
        return new Compared(beside(course, shown).all(), past(course, shown));
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
        return new Compared(
                beside(counted.course(), it -> index ? telling.format(it, 2) : percent(it))
                        .past(),
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
        return new Compared(
                beside(course, it -> telling.format(it, 2)).chance().stream().toList(), List.of());
    }

    private Beside beside(Course course, DoubleFunction<String> shown) {
        return new Beside(course, new Beside.Speech() {
            @Override
            public String say(String key, Object... values) {
                return telling.say(key, values);
            }

            @Override
            public String day(LocalDate day) {
                return telling.desk().date(day);
            }

            @Override
            public String value(double value) {
                return shown.apply(value);
            }
        });
    }

    private List<Past> past(Course course, DoubleFunction<String> shown) {
        return course.points().stream()
                .map(it -> new Past(
                        telling.desk().date(it.day()),
                        it.value().isEmpty()
                                ? telling.say("networkcheck.compared.unknown")
                                : shown.apply(it.value().getAsDouble())))
                .toList();
    }
}
