package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// For which share of the twelve months up to a day something was on offer. What is offered counts by its days:
/// forty
/// places until June and the same forty renewed from July on are forty places, not eighty.
public final class OfferedDays {

    private OfferedDays() {}

    /// @param from first day; null where it has always been so
    /// @param to the day on which it is over; null while it lasts
    /// @return 0 to 1
    public static double share(@Nullable LocalDate from, @Nullable LocalDate to, LocalDate day) {
        var first = day.minusYears(1).plusDays(1);
        var end = day.plusDays(1);
        var begins = from == null || from.isBefore(first) ? first : from;
        var ends = to == null || to.isAfter(end) ? end : to;
        if (!begins.isBefore(ends)) return 0;
        return (double) ChronoUnit.DAYS.between(begins, ends) / ChronoUnit.DAYS.between(first, end);
    }
}
