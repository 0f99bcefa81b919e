package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What forms of this room send, read.
final class Typed {

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2200;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    private Typed() {}

    /// @return null where nothing was typed
    /// @throws Refused `equality.no-day`
    static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) return null;
        try {
            var day = LocalDate.parse(typed.strip());
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) return day;
        } catch (DateTimeParseException noDay) {
            throw new Refused("equality.no-day");
        }
        throw new Refused("equality.no-day");
    }

    /// @throws Refused `equality.no-day`
    static LocalDate neededDay(String typed) {
        var day = day(typed);
        if (day == null) throw new Refused("equality.no-day");
        return day;
    }

    /// @return null where nobody was chosen
    /// @throws Refused `equality.no-choice`
    static @Nullable UUID id(String typed) {
        if (typed.isBlank()) return null;
        if (!typed.strip().matches(ID)) throw new Refused("equality.no-choice");
        return UUID.fromString(typed.strip());
    }

    /// @throws Refused `equality.no-choice`
    static UUID neededId(String typed) {
        var id = id(typed);
        if (id == null) throw new Refused("equality.no-choice");
        return id;
    }

    /// The version a form has shown.
    ///
    /// @return one that no row has, where it is none
    static int version(String typed) {
        return typed.strip().matches("[0-9]{1,9}") ? Integer.parseInt(typed.strip()) : 0;
    }
}
