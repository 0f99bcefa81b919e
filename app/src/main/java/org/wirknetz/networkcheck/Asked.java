package org.wirknetz.networkcheck;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing an organisation is asked for, and how many hours it takes them.
///
/// @param thing the meeting, task, group or circular
/// @param on when it is; of a task that is late or has no date: today
/// @param people how many of them it takes
/// @param group whose it is; null where it is nobody's
public record Asked(
        UUID organisation,
        Kind kind,
        UUID thing,
        String title,
        LocalDate on,
        double hours,
        int people,
        @Nullable UUID group) {

    /// What it is; each counts its own way, which the page says.
    public enum Kind {
        /// As long as it lasts, for each who was there or is asked to come and has not declined.
        MEETING("meetings"),
        /// As reckoned, else [org.wirknetz.directory.LoadBudgets#HOURS_OF_A_TASK].
        TASK("tasks"),
        /// Leading a group 3 hours a month, standing in for its lead 1.
        ROLE("groups"),
        /// Six minutes for each who is to read a circular.
        READING("circulars");

        private final String place;

        Kind(String place) {
            this.place = place;
        }

        /// Where it is shown, below the workspace.
        public String place() {
            return place;
        }
    }
}
