package org.wirknetz.tasks.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of decisions and tasks: the way to their pages, and days as they are typed.
@Component
class TasksDesk extends Desk {

    TasksDesk(Words words, Clock clock) {
        super(words, clock, "tasks/");
    }

    Crumb tasks(Visitor visitor) {
        return new Crumb(say("tasks.title"), visitor.base() + "/tasks");
    }

    Crumb decisions(Visitor visitor) {
        return new Crumb(say("tasks.decisions"), visitor.base() + "/decisions");
    }

    /// @return null where nothing was typed
    /// @throws Refused when it is no day
    @Nullable
    LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException noDay) {
            throw new Refused("tasks.no-day", typed.strip());
        }
    }

    LocalDate dayOrToday(@Nullable String typed) {
        var day = day(typed);
        return day == null ? today() : day;
    }
}
