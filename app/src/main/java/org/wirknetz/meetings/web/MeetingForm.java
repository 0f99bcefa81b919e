package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.meetings.Circle;
import org.wirknetz.meetings.MeetingEntry;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.Slot;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a meeting, kept as typed.
public record MeetingForm(Map<String, String> typed) {

    /// At which field a refusal is shown.
    private static final Map<String, String> FIELDS = Map.of(
            "meetings.title-missing", "title",
            "meetings.skipped-hour", "from",
            "meetings.ends-before-it-begins", "to",
            "meetings.too-many-days", "lastDay",
            "meetings.no-link", "online",
            "meetings.no-capacity", "capacity",
            "meetings.reply-too-late", "replyUntil");

    public MeetingForm {
        typed = Map.copyOf(typed);
    }

    static MeetingForm blank(String group, String day) {
        return new MeetingForm(
                Map.of("kind", "GROUP", "circle", "GROUP", "group", group, "day", day, "from", "10:00", "to", "12:00"));
    }

    static MeetingForm of(MeetingPage.Card card) {
        var typed = new java.util.HashMap<String, String>();
        typed.put("version", String.valueOf(card.version()));
        typed.put("title", card.title());
        typed.put("kind", card.kind());
        typed.put("circle", card.circle());
        typed.put("day", card.starts().toLocalDate().toString());
        typed.put("from", card.starts().toLocalTime().toString());
        typed.put("to", card.ends().toLocalTime().toString());
        if (!card.starts().toLocalDate().equals(card.ends().toLocalDate()))
            typed.put("lastDay", card.ends().toLocalDate().toString());
        put(typed, "group", card.groupId());
        put(typed, "venue", card.venue());
        put(typed, "place", card.place());
        put(typed, "online", card.onlineLink());
        put(typed, "host", card.hostOrganisation());
        put(typed, "purpose", card.purpose());
        put(typed, "capacity", card.capacity());
        put(typed, "replyUntil", card.replyUntil());
        return new MeetingForm(typed);
    }

    private static void put(Map<String, String> typed, String name, @Nullable Object value) {
        if (value != null) typed.put(name, value.toString());
    }

    public String is(String name) {
        return typed.getOrDefault(name, "").strip();
    }

    public int version() {
        return is("version").matches("\\d{1,9}") ? Integer.parseInt(is("version")) : 0;
    }

    public @Nullable UUID id(String name) {
        return is(name).matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? UUID.fromString(is(name))
                : null;
    }

    /// The entry, or the holes in it.
    sealed interface Reading {
        record Whole(MeetingEntry entry) implements Reading {}

        record Holes(List<Problem> problems) implements Reading {}
    }

    Reading read(Desk desk) {
        var problems = new ArrayList<Problem>();
        if (is("title").isEmpty()) problems.add(new Problem("title", desk.say("meetings.title-missing")));
        if (is("title").length() > 200) problems.add(new Problem("title", desk.say("meetings.too-long", 200)));
        var day = day("day", problems, desk);
        var lastDay = is("lastDay").isEmpty() ? day : day("lastDay", problems, desk);
        var from = hour("from", problems, desk);
        var to = hour("to", problems, desk);
        var replyUntil = is("replyUntil").isEmpty() ? null : day("replyUntil", problems, desk);
        var capacity = capacity(problems, desk);
        if (!problems.isEmpty() || day == null || lastDay == null || from == null || to == null)
            return new Reading.Holes(problems);
        try {
            return new Reading.Whole(new MeetingEntry(
                    is("title"),
                    kind(),
                    is("circle").equals("NETWORK") ? Circle.NETWORK : Circle.GROUP,
                    id("group"),
                    new Slot(day.atTime(from), lastDay.atTime(to)),
                    id("venue"),
                    is("place"),
                    is("online"),
                    id("host"),
                    is("purpose"),
                    capacity,
                    replyUntil));
        } catch (Refused refused) {
            return new Reading.Holes(List.of(new Problem(
                    FIELDS.getOrDefault(refused.key(), "title"), desk.say(refused.key(), refused.values()))));
        }
    }

    private MeetingKind kind() {
        return java.util.Arrays.stream(MeetingKind.values())
                .filter(it -> it.name().equals(is("kind")))
                .findFirst()
                .orElse(MeetingKind.GROUP);
    }

    private @Nullable LocalDate day(String field, List<Problem> problems, Desk desk) {
        try {
            return LocalDate.parse(is(field));
        } catch (DateTimeParseException noDay) {
            problems.add(new Problem(field, desk.say("meetings.no-day", is(field))));
            return null;
        }
    }

    private @Nullable LocalTime hour(String field, List<Problem> problems, Desk desk) {
        try {
            return LocalTime.parse(is(field)).withSecond(0).withNano(0);
        } catch (DateTimeParseException noHour) {
            problems.add(new Problem(field, desk.say("meetings.no-hour", is(field))));
            return null;
        }
    }

    private @Nullable Integer capacity(List<Problem> problems, Desk desk) {
        if (is("capacity").isEmpty()) return null;
        if (is("capacity").matches("[1-9]\\d{0,4}")) return Integer.valueOf(is("capacity"));
        problems.add(new Problem("capacity", desk.say("meetings.no-capacity")));
        return null;
    }

    /// Whether the folded part has something in it, or something in it is wrong.
    public boolean unfolded(List<Problem> problems) {
        return Stream.of("lastDay", "online", "host", "capacity", "replyUntil")
                .anyMatch(it -> !is(it).isEmpty() || error(problems, it) != null);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
