package org.wirknetz.reports;

import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Display;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.platform.Words;
import org.wirknetz.reports.Edition.Figure;

/// Says a report in one language.
///
/// @param day whose network is described
record Speech(Words words, Locale locale, LocalDate day) {

    String say(String key, Object... values) {
        return words.say(locale, key, values);
    }

    /// 23.11.2026 in German, 23 Nov 2026 in English.
    String date(LocalDate date) {
        return date.format(
                DateTimeFormatter.ofPattern(locale.equals(Locale.GERMAN) ? "dd.MM.yyyy" : "d MMM yyyy", locale));
    }

    String number(double value, int decimals) {
        var format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    String percent(double value) {
        return say("reports.percent", number(value, 0));
    }

    /// Null where the size of the network does not allow it.
    @Nullable
    String shown(Display display) {
        return switch (display) {
            case Display.Fraction(var part, var whole) -> say("reports.of", part, whole);
            case Display.Percent percent ->
                say("reports.percent", number(percent.rounded().doubleValue(), percent.decimals()));
            case Display.Number number -> number(number.rounded().doubleValue(), number.decimals());
            case Display.Withheld ignored -> null;
        };
    }

    String withheld(Display.Why why) {
        return say("reports.withheld." + why);
    }

    /// "17 of 42", "fewer than 3 of 42", "all 42".
    String told(Count count) {
        long named = switch (count.kind()) {
            case TOO_SMALL, NONE, ALL, EXACT -> count.part();
            case FEW -> Count.LEAST;
            case ALL_BUT_FEW -> count.whole() - Count.LEAST + 1;
        };
        return say("reports.count." + count.kind(), named, count.whole());
    }

    /// The same with its share where there are twenty and more; null where nothing may be said.
    @Nullable
    String value(Count count) {
        if (count.kind() == Count.Kind.TOO_SMALL) return null;
        if (count.kind() != Count.Kind.EXACT || count.whole() < 20) return told(count);
        return say("reports.share", percent(100.0 * count.part() / count.whole()), count.part(), count.whole());
    }

    String list(List<String> names) {
        if (names.size() < 2) return String.join("", names);
        return say("reports.and", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }

    /// One number with all that is said of it.
    Figure figure(String id, String sentence, @Nullable String value, String basis, String missing, String definition) {
        return new Figure(
                id,
                say("reports.figure." + id),
                sentence,
                value,
                basis,
                missing,
                definition,
                say("reports.source", Findings.METHOD_VERSION),
                day);
    }

    /// A part of a whole, with its sentence `reports.figure.<id>.sentence`, or `….none` where there is no
    /// whole.
    ///
    /// @param of the key of what the whole consists of
    Figure share(String id, Count count, String of, String missing, String definition) {
        boolean small = count.kind() == Count.Kind.TOO_SMALL;
        return figure(
                id,
                count.whole() == 0
                        ? say("reports.figure." + id + ".none")
                        : small
                                ? withheld(Display.Why.TOO_FEW_ORGANISATIONS)
                                : say("reports.figure." + id + ".sentence", told(count)),
                value(count),
                basis(of, count.whole()),
                missing,
                definition);
    }

    /// How many there are of it; small numbers of what consists of organisations stay untold.
    String basis(String of, long number) {
        return number > 0 && number < Count.FEWEST
                ? say("reports.basis.few", Count.FEWEST, say("reports.basis." + of))
                : say("reports.basis", number, say("reports.basis." + of));
    }
}
