package org.wirknetz.analysis;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// From a day until before another; without a beginning or an end it is open to that side.
public record Interval(@Nullable LocalDate from, @Nullable LocalDate to) {
    /// Always.
    public static final Interval ALWAYS = new Interval(null, null);

    public Interval {
        if (from != null && to != null && to.isBefore(from))
            throw new RefusedInput(RefusedInput.Reason.DATES_REVERSED, "an entry", to, from);
    }

    public boolean contains(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || day.isBefore(to));
    }
}
