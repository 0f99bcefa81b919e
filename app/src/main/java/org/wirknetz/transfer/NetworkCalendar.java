package org.wirknetz.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.CalendarDates;
import org.wirknetz.platform.CalendarEntries;
import org.wirknetz.platform.CalendarText;

/// The dates of the network in the scope as iCalendar (RFC 5545): what the modules know of the coming year, and their
/// entries with an hour: each day a
/// whole
/// day. Written by hand: whole days need neither time zones nor repetition.
@Component
public class NetworkCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");

    private final List<CalendarDates> sources;
    private final List<CalendarEntries> entries;
    private final Clock clock;

    NetworkCalendar(List<CalendarDates> sources, List<CalendarEntries> entries, Clock clock) {
        this.sources = sources;
        this.entries = entries;
        this.clock = clock;
    }

    /// @param name the calendar's, as a program shows it
    public void write(OutputStream out, String name, Locale locale) throws IOException {
        var today = LocalDate.now(clock);
        var days = sources.stream()
                .flatMap(it -> it.between(today, today.plusYears(1), locale).stream())
                .sorted(Comparator.comparing(CalendarDates.Day::on).thenComparing(CalendarDates.Day::id))
                .toList();
        var lines = new CalendarText();
        lines.line("BEGIN:VCALENDAR");
        lines.line("VERSION:2.0");
        lines.line("PRODID:-//Wirknetz//Wirknetz//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        lines.line("CALSCALE:GREGORIAN");
        lines.line("X-WR-CALNAME:" + CalendarText.escaped(name));
        var now = clock.instant().atOffset(ZoneOffset.UTC).format(STAMP);
        for (var day : days) {
            lines.line("BEGIN:VEVENT");
            lines.line("UID:urn:uuid:" + day.id());
            lines.line("DTSTAMP:" + now);
            lines.line("DTSTART;VALUE=DATE:" + day.on().format(DAY));
            lines.line("DTEND;VALUE=DATE:" + day.on().plusDays(1).format(DAY));
            lines.line("SUMMARY:" + CalendarText.escaped(day.title()));
            lines.line("TRANSP:TRANSPARENT");
            lines.line("END:VEVENT");
        }
        entries.forEach(it -> it.write(lines, clock.instant()));
        lines.line("END:VCALENDAR");
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
