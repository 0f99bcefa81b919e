package org.wirknetz.platform;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What a module has to say to the calendar of the network in the scope. A module offers a bean of this.
public interface CalendarDates {

    /// A whole day.
    ///
    /// @param id of what it is about: stable, so that a calendar recognises the entry again
    record Day(UUID id, LocalDate on, String title) {}

    /// @param from the first day, included
    /// @param to the day after the last
    List<Day> between(LocalDate from, LocalDate to, Locale locale);
}
