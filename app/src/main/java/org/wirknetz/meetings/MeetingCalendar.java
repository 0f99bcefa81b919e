package org.wirknetz.meetings;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.CalendarText;

/// Meetings as iCalendar (RFC 5545), sent by mail (RFC 5546, RFC 6047) or read as a feed.
///
/// Times are those of the clocks in Germany with the rules of summer time beside them, so that no calendar program has
/// to
/// know Europe/Berlin by name. Written by hand: what goes out is twenty kinds of lines; what comes in is read by
/// ical4j.
final class MeetingCalendar {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");
    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final String UID = "urn:uuid:";

    private final CalendarText lines;
    private final Instant now;

    /// Into a calendar that others write, too.
    MeetingCalendar(CalendarText lines, Instant now) {
        this.lines = lines;
        this.now = now;
        zone();
    }

    /// @param method of iTIP; null for a calendar that is only to be read
    MeetingCalendar(@Nullable String method, @Nullable String name, Instant now) {
        this.lines = new CalendarText();
        this.now = now;
        lines.line("BEGIN:VCALENDAR").line("VERSION:2.0").line("PRODID:-//Wirknetz//Wirknetz//DE");
        lines.line("CALSCALE:GREGORIAN");
        if (method != null) lines.line("METHOD:" + method);
        if (name != null) lines.line("X-WR-CALNAME:" + CalendarText.escaped(name));
        zone();
    }

    /// Whoever invites, or is invited.
    record Party(String name, String email) {}

    /// @param entry under which the calendar program knows it: the meeting, or its series
    /// @param occurrence when it was to be by the rhythm of its series; null for a single one or all of them
    /// @param url where to answer or read more
    record Event(
            UUID entry,
            @Nullable LocalDateTime occurrence,
            int sequence,
            Told told,
            @Nullable String url,
            @Nullable Party organiser,
            @Nullable Party attendee,
            @Nullable String rule,
            List<LocalDateTime> without) {

        static Event single(UUID entry, @Nullable LocalDateTime occurrence, int sequence, Told told) {
            return new Event(entry, occurrence, sequence, told, null, null, null, null, List.of());
        }

        Event between(Party inviting, Party invited, @Nullable String address) {
            return new Event(entry, occurrence, sequence, told, address, inviting, invited, rule, without);
        }

        Event repeated(String rhythm, List<LocalDateTime> exceptions) {
            return new Event(entry, null, sequence, told, url, organiser, attendee, rhythm, exceptions);
        }
    }

    MeetingCalendar add(Event event) {
        var told = event.told();
        lines.line("BEGIN:VEVENT").line("UID:" + UID + event.entry());
        lines.line("DTSTAMP:" + UTC.format(now.atOffset(ZoneOffset.UTC)));
        lines.line("SEQUENCE:" + event.sequence());
        if (event.occurrence() != null) time("RECURRENCE-ID", event.occurrence());
        time("DTSTART", told.starts());
        time("DTEND", told.ends());
        if (event.rule() != null) lines.line("RRULE:" + event.rule());
        for (var without : event.without()) time("EXDATE", without);
        lines.line("SUMMARY:" + CalendarText.escaped(told.title()));
        if (!told.where().isEmpty()) lines.line("LOCATION:" + CalendarText.escaped(told.where()));
        var description = description(event);
        if (!description.isEmpty()) lines.line("DESCRIPTION:" + CalendarText.escaped(description));
        if (event.url() != null) lines.line("URL:" + event.url());
        if (event.organiser() != null) party("ORGANIZER", "", event.organiser());
        if (event.attendee() != null)
            party(
                    "ATTENDEE",
                    ";CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE",
                    event.attendee());
        lines.line("STATUS:" + (told.cancelled() ? "CANCELLED" : "CONFIRMED"));
        lines.line("END:VEVENT");
        return this;
    }

    private static String description(Event event) {
        var told = event.told();
        var parts = new java.util.ArrayList<String>();
        if (!told.purpose().isEmpty()) parts.add(told.purpose());
        if (!told.online().isEmpty()) parts.add(told.online());
        for (int n = 0; n < told.agenda().size(); n++)
            parts.add((n + 1) + ". " + told.agenda().get(n));
        if (event.url() != null) parts.add(event.url());
        return String.join("\n", parts);
    }

    private void party(String property, String parameters, Party party) {
        lines.line(property + ";CN=" + CalendarText.quoted(party.name()) + parameters + ":mailto:" + party.email());
    }

    private void time(String property, LocalDateTime at) {
        lines.line(property + ";TZID=Europe/Berlin:" + LOCAL.format(at));
    }

    private void zone() {
        lines.line("BEGIN:VTIMEZONE").line("TZID:Europe/Berlin");
        lines.line("BEGIN:DAYLIGHT")
                .line("TZNAME:CEST")
                .line("TZOFFSETFROM:+0100")
                .line("TZOFFSETTO:+0200");
        lines.line("DTSTART:19960331T020000")
                .line("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU")
                .line("END:DAYLIGHT");
        lines.line("BEGIN:STANDARD")
                .line("TZNAME:CET")
                .line("TZOFFSETFROM:+0200")
                .line("TZOFFSETTO:+0100");
        lines.line("DTSTART:19961027T030000")
                .line("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU")
                .line("END:STANDARD");
        lines.line("END:VTIMEZONE");
    }

    /// The whole file. Nothing can be added afterwards.
    String text() {
        return lines.line("END:VCALENDAR").toString();
    }
}
