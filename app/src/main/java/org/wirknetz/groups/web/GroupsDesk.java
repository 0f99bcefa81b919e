package org.wirknetz.groups.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;

/// The desk of the groups: the way to their pages, and days as people type them.
@Component
class GroupsDesk extends Desk {

    GroupsDesk(Words words, Clock clock) {
        super(words, clock, "groups/");
    }

    Crumb groups(Visitor visitor) {
        return new Crumb(say("groups.title"), visitor.base() + "/groups");
    }

    static Crumb group(Visitor visitor, UUID id, String name) {
        return new Crumb(name, visitor.base() + "/groups/" + id);
    }

    /// @throws Refused when it is no day anybody means
    @Nullable
    LocalDate day(@Nullable String typed) {
        if (typed == null || typed.isBlank()) return null;
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 2200) return day;
        } catch (DateTimeParseException noDay) {
            throw new Refused("groups.no-day", typed);
        }
        throw new Refused("groups.no-day", typed);
    }
}
