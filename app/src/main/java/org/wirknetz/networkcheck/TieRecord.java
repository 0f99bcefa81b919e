package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A tie as it is read: what was said, and whether both sides said so.
public record TieRecord(
        UUID id,
        UUID from,
        UUID to,
        String kind,
        @Nullable Integer strength,
        boolean mutual,
        @Nullable String form,
        String source,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        boolean confirmedByBoth) {

    static final String OBSERVED = "OBSERVED";

    /// Whether it comes from work instead of somebody's word.
    public boolean isObserved() {
        return source.equals(OBSERVED);
    }

    public boolean holdsOn(LocalDate day) {
        return (start == null || !day.isBefore(start)) && (end == null || day.isBefore(end));
    }

    TieRecord withoutDates() {
        return new TieRecord(id, from, to, kind, strength, mutual, form, source, null, null, confirmedByBoth);
    }
}
