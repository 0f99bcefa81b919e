package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import org.wirknetz.analysis.Tenure;
import org.wirknetz.platform.tables.Period;

/// How long members stay, those who are still there counted as not yet gone (M5; Kaplan and Meier 1958).
///
/// @param tenure in months
/// @param counted stays of which the beginning is known
/// @param ended those of them that are over
/// @param longest months for which anybody has been watched
/// @param undated stays of which nobody knows when they began
public record Stays(Tenure tenure, int counted, int ended, double longest, int undated) {

    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    /// What began after the day, or never was, does not count.
    public static Stays of(Collection<Period> periods, LocalDate day) {
        var stays = new ArrayList<Tenure.Stay>();
        int undated = 0;
        for (var period : periods) {
            var from = period.from();
            var to = period.to();
            if (from == null) undated++;
            if (from == null || from.isAfter(day) || (to != null && !from.isBefore(to))) continue;
            boolean over = to != null && !to.isAfter(day);
            stays.add(new Tenure.Stay(ChronoUnit.DAYS.between(from, over ? to : day) / DAYS_OF_A_MONTH, over));
        }
        int ended = (int) stays.stream().filter(Tenure.Stay::ended).count();
        double longest = stays.stream().mapToDouble(Tenure.Stay::length).max().orElse(0);
        return new Stays(Tenure.of(stays), stays.size(), ended, longest, undated);
    }

    /// Share of which the beginning is not known.
    double missing() {
        int all = counted + undated;
        return all == 0 ? 0 : (double) undated / all;
    }
}
