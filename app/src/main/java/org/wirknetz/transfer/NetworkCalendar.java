package org.wirknetz.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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

/// The dates of the network in the scope as iCalendar (RFC 5545): what the modules know of the coming year, each a
/// whole
/// day. Written by hand: whole days need neither time zones nor repetition, and folding is ten lines.
@Component
public class NetworkCalendar {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final int LONGEST = 75;

    private final List<CalendarDates> sources;
    private final Clock clock;

    NetworkCalendar(List<CalendarDates> sources, Clock clock) {
        this.sources = sources;
        this.clock = clock;
    }

    /// @param name the calendar's, as a program shows it
    public void write(OutputStream out, String name, Locale locale) throws IOException {
        var today = LocalDate.now(clock);
        var days = sources.stream()
                .flatMap(it -> it.between(today, today.plusYears(1), locale).stream())
                .sorted(Comparator.comparing(CalendarDates.Day::on).thenComparing(CalendarDates.Day::id))
                .toList();
        line(out, "BEGIN:VCALENDAR");
        line(out, "VERSION:2.0");
        line(out, "PRODID:-//Wirknetz//Wirknetz//" + locale.getLanguage().toUpperCase(Locale.ROOT));
        line(out, "CALSCALE:GREGORIAN");
        line(out, "X-WR-CALNAME:" + escaped(name));
        var now = clock.instant().atOffset(ZoneOffset.UTC).format(STAMP);
        for (var day : days) {
            line(out, "BEGIN:VEVENT");
            line(out, "UID:urn:uuid:" + day.id());
            line(out, "DTSTAMP:" + now);
            line(out, "DTSTART;VALUE=DATE:" + day.on().format(DAY));
            line(out, "DTEND;VALUE=DATE:" + day.on().plusDays(1).format(DAY));
            line(out, "SUMMARY:" + escaped(day.title()));
            line(out, "TRANSP:TRANSPARENT");
            line(out, "END:VEVENT");
        }
        line(out, "END:VCALENDAR");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /// A line of more than 75 octets goes on in the next, which begins with a space; no letter is cut in two.
    private static void line(OutputStream out, String content) throws IOException {
        var room = new int[] {LONGEST};
        content.codePoints().forEach(letter -> {
            var bytes = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
            try {
                if (bytes.length > room[0]) {
                    out.write("\r\n ".getBytes(StandardCharsets.UTF_8));
                    room[0] = LONGEST - 1;
                }
                out.write(bytes);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
            room[0] -= bytes.length;
        });
        out.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
