package org.wirknetz.platform.tables;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A half-open interval of days: it holds on `from` and no longer on `to`. A missing side is open; without both it
/// holds always.
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
    public static final Period ALWAYS = new Period(null, null);

    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }

    /// From the earlier known beginning to the later end; what is open on one side stays open.
    private Period with(Period other) {
        var begins = from == null || other.from != null && other.from.isBefore(from) ? other.from : from;
        var ends = to == null || other.to == null ? null : to.isBefore(other.to) ? other.to : to;
        return new Period(begins, ends);
    }

    /// Two statements about the same thing: what has no dates says nothing.
    public Period together(Period other) {
        if (!dated()) return other;
        return other.dated() ? with(other) : this;
    }

    public boolean dated() {
        return from != null || to != null;
    }
}
