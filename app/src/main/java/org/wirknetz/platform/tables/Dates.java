package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Days as people write them: 2024-03-01, 01.03.2024, 1.3.24, 03/2024, 03/24, März 2024, 1 March 2024, 2019, a
/// spreadsheet's serial number. Where only a month or year is given, a beginning is its first day and an end the day
/// after its last
/// (intervals are half-open).
final class Dates {
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONATE =
            List.of("jan", "feb", "mrz", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez");
    private static final Pattern LEAD =
            Pattern.compile("^(seit|ab|bis|von|since|from|until|to|ca\\.?|circa)\\s+(dem\\s+|zum\\s+)?");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})([t ]\\d{1,2}:.*)?");
    private static final Pattern GERMAN =
            Pattern.compile("(\\d{1,2})\\.\\s*(\\d{1,2})\\.\\s*(\\d{4}|\\d{2})( \\d{1,2}:.*)?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})[/-](\\d{1,2})[/-](\\d{4}|\\d{2})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})(?:[./-](\\d{4})|/(\\d{2}))");
    private static final Pattern ISO_MONTH = Pattern.compile("(\\d{4})-(\\d{1,2})");
    private static final Pattern NAMED = Pattern.compile("(?:(\\d{1,2})\\.?\\s+)?(\\p{L}+)\\.?\\s+(\\d{4}|\\d{2})");
    private static final Pattern NAMED_ENGLISH =
            Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,\\s*(\\d{4})");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,7}([.,]\\d+)?");

    private Dates() {}

    /// @throws DateTimeException when the day does not exist (31.02.2024)
    /// @throws NumberFormatException when the text is no date at all
    static LocalDate parse(Cell cell, boolean end) {
        if (cell instanceof Cell.Day day) return day.date();
        if (cell instanceof Cell.Amount amount) return number(amount.value(), end);
        var text = LEAD.matcher(Folded.tidy(cell.text()).toLowerCase(java.util.Locale.ROOT))
                .replaceFirst("");
        Matcher match;
        if ((match = ISO.matcher(text)).matches()) return day(match, 1, 2, 3);
        if ((match = GERMAN.matcher(text)).matches()) return day(match, 3, 2, 1);
        if ((match = YEAR_FIRST.matcher(text)).matches()) return day(match, 1, 2, 3);
        if ((match = SLASHES.matcher(text)).matches()) {
            // 3/25/2024 can only be American; everything else is read as in Europe.
            return Integer.parseInt(match.group(2)) > 12 ? day(match, 3, 1, 2) : day(match, 3, 2, 1);
        }
        if ((match = MONTH.matcher(text)).matches()) {
            var year = match.group(2) == null ? match.group(3) : match.group(2);
            return month(String.valueOf(year(year)), match.group(1), end);
        }
        if ((match = ISO_MONTH.matcher(text)).matches()) return month(match.group(1), match.group(2), end);
        if ((match = NAMED.matcher(text)).matches()) return named(match.group(1), match.group(2), match.group(3), end);
        if ((match = NAMED_ENGLISH.matcher(text)).matches()) {
            return named(match.group(2), match.group(1), match.group(3), end);
        }
        if (NUMBER.matcher(text).matches()) return number(new BigDecimal(text.replace(',', '.')), end);
        throw new NumberFormatException(text);
    }

    private static LocalDate day(Matcher match, int year, int month, int day) {
        return LocalDate.of(
                year(match.group(year)), Integer.parseInt(match.group(month)), Integer.parseInt(match.group(day)));
    }

    private static LocalDate named(
            @org.jspecify.annotations.Nullable String day, String month, String year, boolean end) {
        int number = monthNamed(month);
        return day == null
                ? month(String.valueOf(year(year)), String.valueOf(number), end)
                : LocalDate.of(year(year), number, Integer.parseInt(day));
    }

    private static LocalDate month(String year, String month, boolean end) {
        var first =
                YearMonth.of(Integer.parseInt(year), Integer.parseInt(month)).atDay(1);
        return end ? first.plusMonths(1) : first;
    }

    private static LocalDate number(BigDecimal number, boolean end) {
        int whole = number.intValue();
        if (whole >= 1900 && whole <= 2100 && number.stripTrailingZeros().scale() <= 0) {
            return LocalDate.of(end ? whole + 1 : whole, 1, 1);
        }
        // Serials of before 1927 are likelier to be a mistyped amount than a membership.
        if (whole < 10_000 || whole > 2_958_465) throw new NumberFormatException(number.toString());
        return EPOCH.plusDays(whole);
    }

    private static int year(String text) {
        int year = Integer.parseInt(text);
        return text.length() > 2 ? year : year <= 60 ? 2000 + year : 1900 + year;
    }

    private static int monthNamed(String word) {
        var folded = Folded.word(word);
        if (folded.length() < 3) throw new NumberFormatException(word);
        if (folded.startsWith("marz") || folded.startsWith("mar")) return 3;
        var start = folded.substring(0, 3);
        int number = Math.max(MONTHS.indexOf(start), MONATE.indexOf(start)) + 1;
        if (number == 0) throw new NumberFormatException(word);
        return number;
    }
}
