package org.wirknetz.tasks;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// Days as people mean them: not in the year 26, not in the year 20026.
final class Days {

    private Days() {}

    static void require(@Nullable LocalDate day) {
        if (day != null && (day.getYear() < 1990 || day.getYear() > 2100)) throw new Refused("tasks.no-day", day);
    }
}
