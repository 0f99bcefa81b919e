package org.wirknetz.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Refused;

/// From when to when, by the clocks on the wall in Germany.
///
/// In the hour that is skipped in spring nobody can meet: such a time is refused. Of the hour that comes twice in
/// autumn
/// the first one is meant.
public record Slot(LocalDateTime starts, LocalDateTime ends) {

    private static final Duration LONGEST = Duration.ofDays(31);

    /// @throws Refused when it ends before it begins, lasts longer than a month, or falls into an hour there is not
    public Slot {
        if (!starts.isBefore(ends)) throw new Refused("meetings.ends-before-it-begins");
        if (starts.getYear() < 1990 || ends.getYear() > 2200)
            throw new Refused("meetings.no-day", starts.toLocalDate());
        requireHour(starts);
        requireHour(ends);
        if (!at(starts).isBefore(at(ends))) throw new Refused("meetings.ends-before-it-begins");
        if (Duration.between(starts, ends).compareTo(LONGEST) > 0) throw new Refused("meetings.too-many-days");
    }

    public static Slot of(LocalDate day, LocalTime from, LocalTime to) {
        return new Slot(day.atTime(from), day.atTime(to));
    }

    public static Slot of(Instant starts, Instant ends) {
        return new Slot(
                LocalDateTime.ofInstant(starts, ClockSource.ZONE), LocalDateTime.ofInstant(ends, ClockSource.ZONE));
    }

    public Instant from() {
        return at(starts);
    }

    public Instant to() {
        return at(ends);
    }

    public LocalDate day() {
        return starts.toLocalDate();
    }

    static Instant at(LocalDateTime time) {
        return time.atZone(ClockSource.ZONE).toInstant();
    }

    static void requireHour(LocalDateTime time) {
        if (ClockSource.ZONE.getRules().getValidOffsets(time).isEmpty())
            throw new Refused(
                    "meetings.skipped-hour",
                    time.toLocalTime().toString(),
                    time.toLocalDate().format(DateTimeFormatter.ofPattern("dd.MM.yyyy")));
    }
}
