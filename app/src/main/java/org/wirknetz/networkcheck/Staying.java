package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.check.Stays;
import org.wirknetz.platform.tables.Period;

/// How long members have stayed (M5). Whoever rested for a while, or came back on the day of leaving, never left.
public final class Staying {

    private static final Comparator<Member.Stay> BY_BEGINNING =
            Comparator.comparing(Member.Stay::from, Comparator.nullsFirst(Comparator.naturalOrder()));

    private Staying() {}

    public static Stays of(Chronicle chronicle, LocalDate day) {
        var periods = chronicle.members().stream()
                .flatMap(it -> whole(it.stays()).stream())
                .toList();
        return Stays.of(periods, day);
    }

    private static List<Period> whole(List<Member.Stay> stays) {
        var whole = new ArrayList<Period>();
        for (var stay : stays.stream().sorted(BY_BEGINNING).toList()) {
            var now = new Period(stay.from(), stay.to());
            var last = whole.isEmpty() ? null : whole.getLast();
            var ended = last == null ? null : last.to();
            boolean goesOn = last != null
                    && (ended == null || now.from() == null || !now.from().isAfter(ended));
            if (last == null || !goesOn) whole.add(now);
            else whole.set(whole.size() - 1, new Period(last.from(), later(ended, now.to())));
        }
        return whole;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }
}
