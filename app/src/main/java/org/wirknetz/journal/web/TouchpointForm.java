package org.wirknetz.journal.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wirknetz.journal.ContactKind;
import org.wirknetz.journal.Counterparts.Counterpart;
import org.wirknetz.journal.NextStep;
import org.wirknetz.journal.TouchpointEntry;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;

/// What somebody typed after a call, kept as typed.
///
/// @param version 0 for a new one
/// @param next the next step and `due` its day; both empty where nothing comes of it
public record TouchpointForm(
        int version, String with, String kind, String on, String topic, String minutes, String next, String due) {

    private static final int EARLIEST = 1990;

    static TouchpointForm blank(LocalDate today, String with) {
        return new TouchpointForm(0, with, ContactKind.CALL.name(), today.toString(), "", "", "", "");
    }

    static TouchpointForm of(Map<String, String> given, LocalDate today) {
        var version = given.getOrDefault("version", "");
        return new TouchpointForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                given.getOrDefault("with", "").strip(),
                given.getOrDefault("kind", "").strip(),
                given.getOrDefault("on", today.toString()).strip(),
                given.getOrDefault("topic", "").strip(),
                given.getOrDefault("minutes", "").strip(),
                given.getOrDefault("next", "").strip(),
                given.getOrDefault("due", "").strip());
    }

    /// The holes in it.
    ///
    /// @param found whom the words under `with` may mean
    List<Problem> problems(Desk desk, List<Counterpart> found) {
        var problems = new ArrayList<Problem>();
        if (with.isEmpty()) problems.add(new Problem("with", desk.say("journal.with.missing")));
        else if (found.isEmpty()) problems.add(new Problem("with", desk.say("journal.with.unknown", cut(with))));
        else if (found.size() > 1)
            problems.add(new Problem(
                    "with",
                    desk.say(
                            "journal.with.several",
                            cut(with),
                            String.join(
                                    ", ", found.stream().map(Counterpart::name).toList()))));
        if (contactKind().isEmpty()) problems.add(new Problem("kind", desk.say("journal.kind.missing")));
        var day = day(on);
        if (day == null) problems.add(new Problem("on", desk.say("journal.no-day", cut(on))));
        else if (day.isAfter(desk.today())) problems.add(new Problem("on", desk.say("journal.day-to-come")));
        if (topic.isEmpty()) problems.add(new Problem("topic", desk.say("journal.topic.missing")));
        if (topic.length() > TouchpointEntry.LONGEST_TOPIC)
            problems.add(new Problem("topic", desk.say("journal.too-long", TouchpointEntry.LONGEST_TOPIC)));
        if (!minutes.isEmpty() && counted() == null)
            problems.add(new Problem("minutes", desk.say("journal.minutes-wrong", TouchpointEntry.DAY)));
        nextProblem(desk).ifPresent(problems::add);
        return List.copyOf(problems);
    }

    private Optional<Problem> nextProblem(Desk desk) {
        if (next.isEmpty() && due.isEmpty()) return Optional.empty();
        if (next.isEmpty()) return Optional.of(new Problem("next", desk.say("journal.next.missing")));
        if (next.length() > NextStep.LONGEST)
            return Optional.of(new Problem("next", desk.say("journal.too-long", NextStep.LONGEST)));
        var day = day(due);
        if (due.isEmpty() || day == null) return Optional.of(new Problem("due", desk.say("journal.due.missing")));
        return day.isBefore(desk.today())
                ? Optional.of(new Problem("due", desk.say("journal.due.past")))
                : Optional.empty();
    }

    private static String cut(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    Optional<ContactKind> contactKind() {
        return java.util.Arrays.stream(ContactKind.values())
                .filter(it -> it.name().equals(kind))
                .findFirst();
    }

    /// Whole minutes within one day; null where nothing that counts was typed.
    @Nullable
    Integer counted() {
        if (!minutes.matches("\\d{1,4}")) return null;
        int number = Integer.parseInt(minutes);
        return number >= 1 && number <= TouchpointEntry.DAY ? number : null;
    }

    static @Nullable LocalDate day(String typed) {
        try {
            var day = LocalDate.parse(typed.strip());
            return day.getYear() < EARLIEST || day.getYear() > EARLIEST + 200 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /// Only of a form without holes.
    TouchpointEntry entry(Counterpart one) {
        var day = day(on);
        if (day == null) throw new IllegalStateException("A form with holes was sent on.");
        return new TouchpointEntry(
                one.organisation(), one.person(), contactKind().orElseThrow(), day, topic, counted());
    }

    @Nullable
    NextStep step() {
        var day = day(due);
        return next.isEmpty() || day == null ? null : new NextStep(next, day);
    }

    /// Whether more than the line itself has to be seen: something is wrong, or something is to come of it.
    public boolean unfolded(List<Problem> problems) {
        return !problems.isEmpty() || !next.isEmpty() || !due.isEmpty();
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
