package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.MandateRow;
import org.wirknetz.platform.tables.Period;

/// A mandate the network has, and what a row of a list says of it.
record KnownMandate(UUID id, @Nullable String level, Period period) {

    /// The one a row speaks of: with its beginning; without a beginning the one that holds, else one that ended as the
    /// row says; with a beginning also one whose beginning nobody knew yet, and one that runs and that the row
    /// dates otherwise: nobody begins the same twice without an end between. Of several the one at the row's
    /// level.
    ///
    /// @param taken those another row of the same list speaks of: a row at another level means another mandate
    static Optional<KnownMandate> meant(
            List<KnownMandate> known, MandateRow row, LocalDate today, Collection<UUID> taken) {
        var level = row.level() == null ? null : row.level().name();
        return known.stream()
                .filter(it -> it.closeness(row, today) < NONE)
                .filter(it -> level == null || it.level == null || it.level.equals(level) || !taken.contains(it.id))
                .filter(it -> it.closeness(row, today) < DATED_OTHERWISE || !taken.contains(it.id))
                .min(Comparator.comparingInt((KnownMandate it) -> it.closeness(row, today))
                        .thenComparing(it -> level != null && !level.equals(it.level)));
    }

    private static final int DATED_OTHERWISE = 4;
    private static final int NONE = 9;

    private int closeness(MandateRow row, LocalDate today) {
        var from = row.period().from();
        var to = row.period().to();
        if (java.util.Objects.equals(period.from(), from)) return 0;
        if (from == null) {
            if (to != null && to.equals(period.to())) return 1;
            if (to != null && period.from() != null && !period.from().isBefore(to)) return NONE;
            if (period.holds(today)) return 2;
            return row.former() && isOver(today) ? 3 : NONE;
        }
        if (period.from() != null) {
            boolean runs = period.to() == null && (to == null || to.isAfter(period.from()));
            return runs ? DATED_OTHERWISE : NONE;
        }
        if (period.to() == null) return 1;
        return period.to().equals(to)
                        || row.former() && isOver(today) && period.to().isAfter(from)
                ? 1
                : NONE;
    }

    private boolean isOver(LocalDate today) {
        return period.to() != null && !period.to().isAfter(today);
    }

    /// As the row says; what it leaves blank stays. "Ehemalig" without a day ends what has not ended.
    KnownMandate as(MandateRow row, LocalDate today) {
        var from = row.period().from() == null ? period.from() : row.period().from();
        var to = row.period().to() == null ? period.to() : row.period().to();
        if (row.former() && row.period().to() == null && !isOver(today)) to = ended(from, today);
        return new KnownMandate(id, row.level() == null ? level : row.level().name(), new Period(from, to));
    }

    /// Ended at the latest today, and not before it began.
    static LocalDate ended(@Nullable LocalDate from, LocalDate today) {
        return from != null && !from.isBefore(today) ? from.plusDays(1) : today;
    }
}
