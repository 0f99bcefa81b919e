package org.wirknetz.directory.web;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.directory.FormerPeople;
import org.wirknetz.directory.RetentionPeriod;

/// What the office sees of former people.
///
/// @param due retention has ended, or ends within the days of notice
/// @param held kept longer, for a reason, until a day after that
/// @param others how many former people there are beside both
public record RetentionPage(
        List<FormerPeople.Former> due,
        List<FormerPeople.Former> held,
        int others,
        RetentionPeriod.Chosen chosen,
        RetentionPeriod.Bounds bounds,
        LocalDate today) {

    static RetentionPage of(List<FormerPeople.Former> all, RetentionPeriod period, LocalDate today) {
        var bounds = period.bounds();
        var soon = today.plusDays(bounds.notice());
        var due = all.stream().filter(it -> !it.endsOn().isAfter(soon)).toList();
        var held = all.stream()
                .filter(it -> it.endsOn().isAfter(soon) && it.reason() != null)
                .toList();
        return new RetentionPage(due, held, all.size() - due.size() - held.size(), period.chosen(), bounds, today);
    }

    public int over() {
        return (int) due.stream().filter(it -> it.isOver(today)).count();
    }

    /// The day proposed for keeping somebody longer.
    public LocalDate inAYear() {
        return today.plusYears(1);
    }

    public String month(int months) {
        return String.valueOf(months);
    }
}
