package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One organisation has given something to another.
///
/// @param on null where nobody has said the day
public record Gift(UUID giver, UUID receiver, @Nullable LocalDate on) {

    /// So long a favour counts when it is asked whether something came back (M10).
    public static final int MONTHS = 24;

    /// Whether it counts on a day; what has no day always does.
    public boolean counts(LocalDate day) {
        return on == null || (!on.isAfter(day) && on.isAfter(day.minusMonths(MONTHS)));
    }
}
