package org.wirknetz.networkcheck;

import java.time.LocalDate;

/// On which days those who are not the office are told what counts things known of each partner to the office alone:
/// on ends of quarters that are over (docs/decisions/0264). The figures of two days that lie close together would tell
/// by
/// their difference of the one partner who came or left between them.
public final class Discretion {

    private static final int QUARTER = 3;

    private Discretion() {}

    public static boolean tells(LocalDate asOf, LocalDate today) {
        return asOf.isBefore(today) && last(asOf, today).equals(asOf);
    }

    /// The last such day, no later than the one asked for.
    public static LocalDate last(LocalDate asOf, LocalDate today) {
        var after = asOf.isBefore(today) ? asOf.plusDays(1) : today;
        return after.withDayOfMonth(1)
                .withMonth((after.getMonthValue() - 1) / QUARTER * QUARTER + 1)
                .minusDays(1);
    }
}
