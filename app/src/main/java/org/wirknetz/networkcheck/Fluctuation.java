package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.TieStability;
import org.wirknetz.analysis.Turnover;

/// Who came and who left within twelve months, and how many ties stayed (domain: M5; German: *Fluktuation*).
///
/// Whoever came and left in between counts once for each. Someone whose dates say nothing has always been there.
///
/// @param came members who were not there a year before, by name; those who left again among them
/// @param left members who were, or came in between, and are gone, by name
public record Fluctuation(LocalDate since, Turnover turnover, List<Member> came, List<Member> left, TieStability ties) {

    public static Fluctuation of(Chronicle chronicle, LocalDate day) {
        var since = day.minusYears(1);
        var before = chronicle.asOf(since);
        var now = chronicle.asOf(day);
        var there = byId(before);
        var here = byId(now);
        var came = new ArrayList<Member>();
        var left = new ArrayList<Member>();
        for (var member : chronicle.members()) {
            boolean was = there.containsKey(member.id());
            boolean is = here.containsKey(member.id());
            boolean passed = !was && !is && member.stays().stream().anyMatch(it -> within(it, since, day));
            if ((is && !was) || passed) came.add(member);
            if ((was && !is) || passed) left.add(member);
        }
        came.sort(Comparator.comparing(Member::name));
        left.sort(Comparator.comparing(Member::name));
        return new Fluctuation(
                since,
                new Turnover(there.size(), came.size(), left.size()),
                List.copyOf(came),
                List.copyOf(left),
                TieStability.between(before.graph(), now.graph()));
    }

    /// A stay that began and ended between the two days; one that ended before it began never was.
    private static boolean within(Member.Stay stay, LocalDate since, LocalDate day) {
        @Nullable LocalDate from = stay.from();
        @Nullable LocalDate to = stay.to();
        return from != null && to != null && from.isAfter(since) && from.isBefore(to) && !to.isAfter(day);
    }

    private static Map<UUID, Member> byId(Snapshot snapshot) {
        return snapshot.members().stream().collect(Collectors.toMap(Member::id, Function.identity()));
    }
}
