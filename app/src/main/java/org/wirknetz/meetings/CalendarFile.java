package org.wirknetz.meetings;

import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyContainer;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Refused;

/// A calendar file somebody sent, read without trust: its lines as they are, times by the clocks in Germany.
///
/// A time that names another zone than UTC is taken by the wall: it answers to a time that we named.
///
/// @param method of iTIP in upper case; empty where none is said
record CalendarFile(String method, List<Entry> entries) {

    static final int LARGEST = 512 * 1024;
    private static final int MOST = 5_000;
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    /// @param invited those named, each with what they say
    record Entry(PropertyContainer component, List<Invited> invited) {

        String text(String property) {
            return component.getProperty(property).map(Property::getValue).orElse("");
        }

        int sequence() {
            return text(Property.SEQUENCE).matches("\\d{1,9}") ? Integer.parseInt(text(Property.SEQUENCE)) : 0;
        }

        Optional<LocalDateTime> time(String property) {
            return component.getProperty(property).flatMap(it -> CalendarFile.time(it.getValue()));
        }

        /// All of a property that may stand several times, each with several values.
        List<LocalDateTime> times(String property) {
            return component.getProperties(property).stream()
                    .flatMap(it -> java.util.Arrays.stream(it.getValue().split(",", -1)))
                    .flatMap(it -> CalendarFile.time(it).stream())
                    .toList();
        }

        /// A whole day, without an hour.
        boolean wholeDay(String property) {
            return text(property).matches("\\d{8}");
        }
    }

    /// @param sentBy who wrote in their place; empty for themselves
    record Invited(String email, String sentBy, String says, String name) {}

    /// @throws Refused when it is too big, or no calendar
    static CalendarFile read(String text) {
        if (text.length() > LARGEST) throw new Refused("meetings.ics.big", LARGEST / 1024);
        try {
            var calendar = new CalendarBuilder().build(new StringReader(text));
            var entries = calendar.getComponents(Component.VEVENT).stream()
                    .map(it -> new Entry(it, invited(it)))
                    .toList();
            if (entries.size() > MOST) throw new Refused("meetings.ics.many", MOST);
            var method = calendar.getProperty(Property.METHOD)
                    .map(Property::getValue)
                    .orElse("");
            return new CalendarFile(method.toUpperCase(java.util.Locale.ROOT).strip(), entries);
        } catch (Refused refused) {
            throw refused;
        } catch (ParserException broken) {
            throw new Refused("meetings.ics.broken", Math.max(1, broken.getLineNo()));
        } catch (IOException | RuntimeException broken) {
            throw new Refused("meetings.ics.broken", 1);
        }
    }

    private static List<Invited> invited(PropertyContainer component) {
        return component.getProperties(Property.ATTENDEE).stream()
                .limit(MOST)
                .map(it -> new Invited(
                        address(it.getValue()),
                        address(parameter(it, Parameter.SENT_BY)),
                        parameter(it, Parameter.PARTSTAT).toUpperCase(java.util.Locale.ROOT),
                        parameter(it, Parameter.CN)))
                .toList();
    }

    private static String parameter(Property property, String name) {
        return property.getParameter(name)
                .map(it -> ((Parameter) it).getValue())
                .orElse("");
    }

    static String address(String uri) {
        return uri.strip()
                .replaceFirst("(?i)^\"?mailto:", "")
                .replace("\"", "")
                .strip()
                .toLowerCase(java.util.Locale.ROOT);
    }

    static Optional<LocalDateTime> time(String value) {
        try {
            if (value.matches("\\d{8}"))
                return Optional.of(
                        LocalDate.parse(value, DateTimeFormatter.BASIC_ISO_DATE).atStartOfDay());
            if (value.matches("\\d{8}T\\d{6}Z"))
                return Optional.of(LocalDateTime.parse(value.substring(0, 15), LOCAL)
                        .atOffset(ZoneOffset.UTC)
                        .atZoneSameInstant(ClockSource.ZONE)
                        .toLocalDateTime());
            if (value.matches("\\d{8}T\\d{6}")) return Optional.of(LocalDateTime.parse(value, LOCAL));
            return Optional.empty();
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
