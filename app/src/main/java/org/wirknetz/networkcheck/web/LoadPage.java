package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.Asked;
import org.wirknetz.networkcheck.Capacities;
import org.wirknetz.networkcheck.HalfYear;

/// What one partner is asked for in a half-year.
///
/// @param capacity hours it can give in it; null where nobody has said
/// @param saidOn when that was said
public record LoadPage(
        HalfYear half,
        List<Asked> items,
        double asked,
        @Nullable Double capacity,
        @Nullable LocalDate saidOn,
        LocalDate today) {

    private static final int MONTHS = 6;
    private static final int OFFERED = 5;

    public LoadPage {
        items = List.copyOf(items);
    }

    static LoadPage of(HalfYear half, List<Asked> items, Capacities.@Nullable Card card, LocalDate today) {
        return new LoadPage(
                half,
                items,
                items.stream().mapToDouble(Asked::hours).sum(),
                card == null ? null : card.hours().doubleValue() * (card.per() == Capacities.Per.MONTH ? MONTHS : 1),
                card == null ? null : card.saidOn(),
                today);
    }

    public boolean beyond() {
        return capacity != null && asked > capacity;
    }

    /// What lies ahead and could be left out or made shorter, the largest first.
    public List<Asked> could() {
        return items.stream()
                .filter(it -> !it.on().isBefore(today) && it.kind() != Asked.Kind.READING)
                .limit(OFFERED)
                .toList();
    }
}
