package org.wirknetz.networkcheck.alarms;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the office said to an alarm, and when.
///
/// @param until what is planned is to show by then; null for the other verdicts
/// @param figure of the alarm at that time
public record Answer(
        UUID id,
        Rule rule,
        String subject,
        Verdict verdict,
        @Nullable LocalDate until,
        String note,
        double figure,
        LocalDate answeredOn) {

    private static final int KNOWN_FOR_YEARS = 1;

    /// Whether the alarm needs no further word on that day.
    boolean quiets(Alarm alarm, LocalDate day) {
        return switch (verdict) {
            case WRONG, KNOWN -> lasts(day) && alarm.figure() < figure + rule.worse();
            case PLANNED -> lasts(day);
        };
    }

    /// Whether it would still hold on that day if nothing grew.
    boolean lasts(LocalDate day) {
        return switch (verdict) {
            case WRONG -> true;
            case KNOWN -> day.isBefore(answeredOn.plusYears(KNOWN_FOR_YEARS));
            case PLANNED -> until != null && !day.isAfter(until);
        };
    }
}
