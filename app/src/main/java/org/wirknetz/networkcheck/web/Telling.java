package org.wirknetz.networkcheck.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Display;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.course.Course;
import org.wirknetz.networkcheck.course.Followed;
import org.wirknetz.networkcheck.course.Gauge;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.platform.web.Sparkline;

/// What the findings are said with: for whom, since when, and how a value of its size may be shown.
///
/// @param enters may enter ties, so a finding may offer one
record Telling(
        CheckDesk desk,
        String base,
        Chronicle chronicle,
        Findings found,
        Findings without,
        Checks.History followed,
        boolean enters) {

    /// For what is told of a day alone.
    static Telling ofOneDay(
            CheckDesk desk, String base, Chronicle chronicle, Findings found, Findings without, boolean enters) {
        return new Telling(desk, base, chronicle, found, without, Checks.History.NONE, enters);
    }

    @Nullable
    Course course(Gauge gauge) {
        return followed.structure().get(gauge);
    }

    String say(String key, Object... values) {
        return desk.say(key, values);
    }

    List<String> how(String measure, Findings of) {
        return List.of(
                desk.say("networkcheck." + measure + ".how"),
                desk.say("networkcheck.check.basis", of.organisations(), of.pairs()),
                desk.say("networkcheck.check.method", Findings.METHOD_VERSION));
    }

    List<String> missing() {
        if (found.untied().isEmpty()) return List.of(desk.say("networkcheck.missing.nobody"));
        var count = desk.say("networkcheck.missing.some", found.untied().size(), found.organisations());
        var names = list(found.untied());
        return found.gate().isLimited()
                ? List.of(count, names, desk.say("networkcheck.missing.limited"))
                : List.of(count, names);
    }

    String newTie(Member one, Member other) {
        return base + "/ties/new?from=" + one.id() + "&to=" + other.id();
    }

    String list(List<Member> members) {
        return Sentences.names(desk, members.stream().map(Member::name).toList());
    }

    @Nullable
    String beneath(String text) {
        return found.snapshot().members().stream().anyMatch(Member::coordinator) ? text : null;
    }

    /// The line of a value through the quarters; null where the network is too small for one, or too
    /// young.
    @Nullable
    Sparkline history(Gauge gauge) {
        if (!found.gate().allows(SizeGate.Kind.TREND)) return null;
        return line(course(gauge));
    }

    /// The same for what is counted; how little is tied does not matter to it.
    @Nullable
    Sparkline history(Tally tally) {
        if (!SizeGate.of(found.organisations()).allows(SizeGate.Kind.TREND)) return null;
        var counted = followed.tallies().get(tally);
        return counted == null ? null : line(counted.course());
    }

    /// The same for what only some may know.
    @Nullable
    Sparkline history(Followed counted) {
        return SizeGate.of(found.organisations()).allows(SizeGate.Kind.TREND) ? line(counted.course()) : null;
    }

    private static @Nullable Sparkline line(@Nullable Course course) {
        if (course == null) return null;
        var values = course.points().stream()
                .map(Course.Point::value)
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        return values.size() < 2 ? null : new Sparkline(values);
    }

    @Nullable
    String shown(Display display) {
        return switch (display) {
            case Display.Fraction(var part, var whole) -> desk.say("networkcheck.of", part, whole);
            case Display.Percent percent ->
                format(percent.rounded().doubleValue(), percent.decimals())
                        + (desk.locale().getLanguage().equals("en") ? "%" : "\u202f%");
            case Display.Number number -> format(number.rounded().doubleValue(), number.decimals());
            case Display.Withheld ignored -> null;
        };
    }

    String withheld(Display display) {
        return withheldBy(
                display instanceof Display.Withheld(var why) && why == Display.Why.TOO_FEW_ANSWERS,
                display instanceof Display.Withheld(var why) && why == Display.Why.UNDEFINED ? 2 : 5);
    }

    String withheldBy(boolean thin, int least) {
        if (thin) return desk.say("networkcheck.withheld.thin", found.untied().size(), found.organisations());
        return least == 2
                ? desk.say("networkcheck.withheld.undefined")
                : desk.say("networkcheck.withheld.small", found.organisations(), least);
    }

    String number(OptionalDouble value, int decimals) {
        return value.isEmpty() ? "–" : format(value.getAsDouble(), decimals);
    }

    String format(double value, int decimals) {
        var format = NumberFormat.getInstance(desk.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(value);
    }
}
