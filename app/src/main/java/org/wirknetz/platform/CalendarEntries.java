package org.wirknetz.platform;

import java.time.Instant;

/// What a module puts into the calendar of the network in the scope beside whole days (see [CalendarDates]): entries
/// with
/// an hour. A module offers a bean of this.
public interface CalendarEntries {

    /// @param lines inside of `VCALENDAR`; whole components are added
    void write(CalendarText lines, Instant now);
}
