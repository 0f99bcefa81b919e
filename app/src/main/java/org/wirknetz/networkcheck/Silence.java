package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which partners have not been at any meeting for long (capabilities C7.3, "longest silence"). The coordination office
/// is
/// left out: it is there by its task.
///
/// @param members organisations asked about
/// @param quiet those not seen within [#LONG] days, who have belonged for as long; the longest silent first
/// @param recorded whether anybody's attendance has been recorded within those days; without it nobody is called quiet
public record Silence(int members, List<Quiet> quiet, boolean recorded) {

    public static final int LONG = 180;

    /// @param last day of the last meeting they were at; null where none is recorded
    public record Quiet(Member member, @Nullable LocalDate last) {}

    public Silence {
        quiet = List.copyOf(quiet);
    }

    public static Silence of(Work work, Collection<Member> members, LocalDate day) {
        var held = new HashMap<UUID, LocalDate>();
        for (var one : work.gatherings()) if (!one.cancelled() && !one.on().isAfter(day)) held.put(one.id(), one.on());
        var lasts = new HashMap<UUID, LocalDate>();
        for (var one : work.attended()) {
            var on = held.get(one.gathering());
            if (on != null) lasts.merge(one.organisation(), on, (a, b) -> a.isAfter(b) ? a : b);
        }
        var since = day.minusDays(LONG);
        boolean recorded = lasts.values().stream().anyMatch(it -> it.isAfter(since));
        var asked = members.stream().filter(it -> !it.coordinator()).toList();
        return new Silence(asked.size(), recorded ? quiet(asked, lasts, since) : List.of(), recorded);
    }

    private static List<Quiet> quiet(List<Member> asked, Map<UUID, LocalDate> lasts, LocalDate since) {
        return asked.stream()
                .filter(it -> it.belongsOn(since))
                .map(it -> new Quiet(it, lasts.get(it.id())))
                .filter(it -> it.last() == null || !it.last().isAfter(since))
                .sorted(Comparator.comparing(Quiet::last, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(it -> it.member().name()))
                .toList();
    }
}
