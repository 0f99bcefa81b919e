package org.wirknetz.meetings;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Takes meetings over from a calendar file, all of them or none, as drafts. An entry that was taken over
/// before is left as it is: reading a file twice makes nothing twice.
@Component
@Transactional
public class CalendarImport {

    /// A rule that repeats by days or longer: whoever meets every second is no network.
    private static final Pattern RULE = Pattern.compile(
            "(?!.*BY(?:SECOND|MINUTE|HOUR)=)(?!.*INTERVAL=0*(?:;|$))(?!.*INTERVAL=\\d{4})(?=.*FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY))[A-Z0-9=;,+-]{1,500}",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern BY_THE_WALL =
            Pattern.compile("(?m)^(?:DTSTART|DTEND)[^:\\r\\n]*:(\\d{8}T\\d{6})\\s*$");

    private static final int MOST = 1_000;

    /// To find the dates of a rule takes a while, and some rules have none however long one looks.
    private static final int MOST_RULES = 50;

    private final JdbcClient db;
    private final Meetings meetings;

    CalendarImport(JdbcClient db, Meetings meetings) {
        this.db = db;
        this.meetings = meetings;
    }

    /// @param read how many dates the file holds
    /// @param added how many of them are new
    public record Report(int read, int added) {}

    private record Found(UUID id, MeetingEntry entry) {}

    /// @throws Refused with the entry that cannot be taken over, and why
    public Report read(byte[] file, @Nullable UUID group) {
        if (file.length > CalendarFile.LARGEST) throw new Refused("meetings.ics.big", CalendarFile.LARGEST / 1024);
        var text = new String(file, StandardCharsets.UTF_8);
        var calendar = CalendarFile.read(text);
        requireHours(text);
        var found = new ArrayList<Found>();
        var apart = calendar.entries().stream()
                .flatMap(it -> it.time(Property.RECURRENCE_ID).map(at -> it.text(Property.UID) + " " + at).stream())
                .collect(Collectors.toSet());
        if (calendar.entries().stream()
                        .filter(it -> !it.text(Property.RRULE).isEmpty())
                        .count()
                > MOST_RULES) throw new Refused("meetings.ics.rules", MOST_RULES);
        for (var entry : calendar.entries()) {
            found.addAll(dates(entry, group, apart));
            if (found.size() > MOST) throw new Refused("meetings.ics.many", MOST);
        }
        if (found.isEmpty()) throw new Refused("meetings.ics.empty");
        int added = 0;
        for (var one : found) {
            if (!isNew(one.id())) continue;
            meetings.planAs(new MeetingId(one.id()), one.entry());
            added++;
        }
        return new Report(found.size(), added);
    }

    /// What reads the file moves an hour that is skipped in spring to the next one without a word; so the
    /// lines are asked.
    private static void requireHours(String text) {
        var events = text.replaceAll("\\r?\\n[ \\t]", "").replaceAll("(?s)BEGIN:VTIMEZONE.*?END:VTIMEZONE", "");
        var found = BY_THE_WALL.matcher(events);
        while (found.find()) CalendarFile.time(found.group(1)).ifPresent(Slot::requireHour);
    }

    private boolean isNew(UUID id) {
        return db.sql("select not exists (select from meetings.meeting where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /// @param apart dates of series that have an entry of their own
    private static List<Found> dates(CalendarFile.Entry entry, @Nullable UUID group, Set<String> apart) {
        var title = title(entry);
        if (entry.text(Property.STATUS).equalsIgnoreCase("CANCELLED")) return List.of();
        var starts = entry.time(Property.DTSTART).orElseThrow(() -> new Refused("meetings.ics.no-time", title));
        var whole = entry.wholeDay(Property.DTSTART);
        var ends = entry.time(Property.DTEND).orElse(whole ? starts.plusDays(1) : starts.plusHours(1));
        var first = whole ? starts.plusHours(9) : starts;
        var length = java.time.Duration.between(first, whole ? ends.minusHours(7) : ends);
        var found = new ArrayList<Found>();
        for (var date : occurrences(entry, title, first)) {
            var repeated = !entry.text(Property.RRULE).isEmpty();
            if (repeated && apart.contains(entry.text(Property.UID) + " " + (whole ? starts : date))) continue;
            found.add(new Found(id(entry, date), meeting(entry, title, date, date.plus(length), group)));
        }
        return found;
    }

    private static List<LocalDateTime> occurrences(CalendarFile.Entry entry, String title, LocalDateTime first) {
        var rule = entry.text(Property.RRULE);
        if (rule.isEmpty()) return List.of(first);
        if (!rule.toUpperCase(java.util.Locale.ROOT).matches(".*(COUNT|UNTIL)=.*"))
            throw new Refused("meetings.ics.no-end", title);
        if (!RULE.matcher(rule).matches()) throw new Refused("meetings.ics.no-time", title);
        try {
            var dates = new Recur<LocalDateTime>(rule.replaceFirst("(UNTIL=\\d{8}T\\d{6})Z", "$1"))
                    .getDates(first, first, first.plusYears(20), Rhythm.MOST + 1);
            if (dates.size() > Rhythm.MOST) throw new Refused("meetings.series.many", Rhythm.MOST);
            var without = entry.times(Property.EXDATE);
            return dates.stream().filter(it -> !without.contains(it)).toList();
        } catch (IllegalArgumentException | DateTimeException noRule) {
            throw new Refused("meetings.ics.no-time", title);
        }
    }

    private static MeetingEntry meeting(
            CalendarFile.Entry entry, String title, LocalDateTime starts, LocalDateTime ends, @Nullable UUID group) {
        return new MeetingEntry(
                title,
                group == null ? MeetingKind.TALK : MeetingKind.GROUP,
                Circle.GROUP,
                group,
                new Slot(starts, ends),
                null,
                cut(entry.text(Property.LOCATION).replaceAll("\\s+", " "), 300),
                null,
                null,
                cut(entry.text(Property.DESCRIPTION).replaceAll("[\\p{Cntrl}&&[^\\n]]", ""), 4000),
                null,
                null);
    }

    private static String title(CalendarFile.Entry entry) {
        var title = cut(
                entry.text(Property.SUMMARY).replaceAll("[\\s\\p{Cntrl}]+", " ").strip(), 200);
        return title.isEmpty() ? "?" : title;
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }

    /// The same entry gets the same identity in the same network, whoever reads it and whenever.
    private static UUID id(CalendarFile.Entry entry, LocalDateTime date) {
        var key = Scope.current().requireNetwork().value() + " " + entry.text(Property.UID) + " " + date;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
