package org.wirknetz.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// How often a series meets. The day of the week, or of the month, is that of its first day.
///
/// @param every how many weeks or months lie between
/// @param nth which of its weekdays in the month: 1 to 4, or -1 for the last; null but for [Kind#WEEKDAY]
public record Rhythm(Kind kind, int every, @Nullable Integer nth) {

    /// More dates than anybody plans at once.
    public static final int MOST = 104;

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    public enum Kind {
        /// Every so many weeks.
        WEEKS,
        /// On the same day of the month; months without it are left out.
        MONTHDAY,
        /// On the first, second … or last such weekday of the month.
        WEEKDAY
    }

    /// @throws Refused when it is no rhythm
    public Rhythm {
        if (every < 1 || every > 52) throw new Refused("meetings.series.no-rhythm");
        if (kind == Kind.WEEKDAY && (nth == null || nth < -1 || nth == 0 || nth > 4))
            throw new Refused("meetings.series.no-rhythm");
        if (kind != Kind.WEEKDAY) nth = null;
    }

    /// All days it falls on, both ends included.
    ///
    /// @throws Refused with more dates than anybody plans, or none
    public List<LocalDate> days(LocalDate first, LocalDate last) {
        var days = new ArrayList<LocalDate>();
        for (int n = 0; ; n++) {
            var day = day(first, n);
            if (beyond(first, n).isAfter(last)) break;
            if (day == null || day.isBefore(first) || day.isAfter(last)) continue;
            if (days.size() == MOST) throw new Refused("meetings.series.many", MOST);
            days.add(day);
        }
        if (days.isEmpty()) throw new Refused("meetings.series.no-days");
        return List.copyOf(days);
    }

    /// The earliest day the nth step can fall on.
    private LocalDate beyond(LocalDate first, int n) {
        return kind == Kind.WEEKS
                ? first.plusWeeks((long) n * every)
                : first.plusMonths((long) n * every).withDayOfMonth(1);
    }

    private @Nullable LocalDate day(LocalDate first, int n) {
        if (kind == Kind.WEEKS) return first.plusWeeks((long) n * every);
        var month = first.withDayOfMonth(1).plusMonths((long) n * every);
        if (nth != null) return month.with(TemporalAdjusters.dayOfWeekInMonth(nth, first.getDayOfWeek()));
        return first.getDayOfMonth() > month.lengthOfMonth() ? null : month.withDayOfMonth(first.getDayOfMonth());
    }

    /// As iCalendar says it (RFC 5545, 3.3.10).
    String rule(LocalDate first, LocalDate last, LocalTime at) {
        var weekday = first.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                .substring(0, 2)
                .toUpperCase(Locale.ROOT);
        var by = switch (kind) {
            case WEEKS -> "FREQ=WEEKLY;INTERVAL=" + every + ";BYDAY=" + weekday;
            case MONTHDAY -> "FREQ=MONTHLY;INTERVAL=" + every + ";BYMONTHDAY=" + first.getDayOfMonth();
            case WEEKDAY -> "FREQ=MONTHLY;INTERVAL=" + every + ";BYDAY=" + nth + weekday;
        };
        return by + ";UNTIL=" + UTC.format(Slot.at(last.atTime(at)).atOffset(ZoneOffset.UTC));
    }
}
