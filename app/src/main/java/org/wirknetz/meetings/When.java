package org.wirknetz.meetings;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.wirknetz.platform.Words;

/// When something is, as people write it: "Dienstag, 8. Dezember 2026, 10:00–12:00 Uhr".
public final class When {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private When() {}

    public static String sentence(Words words, Locale locale, LocalDateTime starts, LocalDateTime ends) {
        return starts.toLocalDate().equals(ends.toLocalDate())
                ? words.say(locale, "meetings.when", day(locale, starts.toLocalDate()), hour(starts), hour(ends))
                : words.say(
                        locale,
                        "meetings.when.days",
                        day(locale, starts.toLocalDate()),
                        hour(starts),
                        day(locale, ends.toLocalDate()),
                        hour(ends));
    }

    public static String day(Locale locale, LocalDate day) {
        var pattern = locale.getLanguage().equals("en") ? "EEEE, d MMMM yyyy" : "EEEE, d. MMMM yyyy";
        return day.format(DateTimeFormatter.ofPattern(pattern, locale));
    }

    public static String hour(LocalDateTime time) {
        return time.format(HOUR);
    }
}
