package org.wirknetz.transfer;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.platform.tables.TieRow;

/// A tie as the network has it, or shall have it.
///
/// @param form the key of the form of cooperation
record KnownTie(
        UUID id,
        @Nullable Integer strength,
        boolean mutual,
        @Nullable String form,
        Period period) {

    LocalDate begins() {
        var from = period.from();
        return from == null ? LocalDate.MIN : from;
    }

    static KnownTie of(TieRow row) {
        return new KnownTie(UUID.randomUUID(), strength(row), row.mutual(), Checks.form(row.form()), row.period());
    }

    /// As the row says; what it leaves blank stays. "Nein" is not blank.
    KnownTie as(TieRow row) {
        var strength = strength(row);
        var form = Checks.form(row.form());
        var said = row.period();
        return new KnownTie(
                id,
                strength == null ? this.strength : strength,
                row.mutual() || mutual && !row.oneWay(),
                form == null ? this.form : form,
                new Period(
                        said.from() == null ? period.from() : said.from(),
                        said.to() == null ? period.to() : said.to()));
    }

    boolean mayEndAs(TieRow row) {
        return period.to() == null || period.to().equals(row.period().to());
    }

    boolean overlaps(Period other) {
        return begins(period, other.to()) && begins(other, period.to());
    }

    private static boolean begins(Period one, @Nullable LocalDate before) {
        return one.from() == null || before == null || one.from().isBefore(before);
    }

    private static @Nullable Integer strength(TieRow row) {
        return row.strength() == null ? null : row.strength().intValueExact();
    }
}
