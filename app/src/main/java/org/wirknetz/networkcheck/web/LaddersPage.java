package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.platform.web.Sorting;

/// How firmly the work is anchored inside each partner, as a table.
///
/// @param counts how many partners stand on each of the rungs 0 to 6
/// @param names of the people on whom a sign hangs
public record LaddersPage(
        LocalDate asOf,
        String sentence,
        List<Integer> counts,
        List<Anchoring.Partner> partners,
        Map<UUID, String> names,
        Sorting sorting) {

    public Anchoring.Sign[] signs() {
        return Anchoring.Sign.values();
    }

    static List<Anchoring.Partner> sorted(List<Anchoring.Partner> partners, String by) {
        var key = by.startsWith("-") ? by.substring(1) : by;
        Comparator<Anchoring.Partner> order = switch (key) {
            case "level" -> Comparator.comparing(Anchoring.Partner::level);
            case "falls" -> Comparator.comparing(Anchoring.Partner::lowest);
            default -> Comparator.comparing(it -> it.member().name());
        };
        if (by.startsWith("-")) order = order.reversed();
        return partners.stream()
                .sorted(order.thenComparing(it -> it.member().name()))
                .toList();
    }
}
