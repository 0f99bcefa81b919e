package org.wirknetz.surveys.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.surveys.WaveEntry;

/// What somebody typed about a wave, kept as typed.
public record WaveForm(int version, String title, String purpose, String closes, String reminders) {

    static WaveForm blank(Desk desk) {
        return new WaveForm(
                0,
                desk.say("surveys.usual.title", String.valueOf(desk.today().getYear())),
                desk.say("surveys.usual.purpose"),
                desk.today().plusDays(21).toString(),
                "2");
    }

    static WaveForm of(WaveCard card) {
        return new WaveForm(
                card.version(),
                card.title(),
                card.purpose(),
                card.closesOn().toString(),
                String.valueOf(card.reminders()));
    }

    static WaveForm of(Map<String, String> given) {
        var version = given.getOrDefault("version", "");
        return new WaveForm(
                version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                given.getOrDefault("title", "").strip(),
                given.getOrDefault("purpose", "").strip(),
                given.getOrDefault("closes", "").strip(),
                given.getOrDefault("reminders", "").strip());
    }

    /// Of an open wave only the last day is typed.
    WaveForm keeping(WaveCard card) {
        return card.draft()
                ? this
                : new WaveForm(version, card.title(), card.purpose(), closes, String.valueOf(card.reminders()));
    }

    List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("surveys.title-missing")));
        if (title.length() > WaveEntry.LONGEST_TITLE)
            problems.add(new Problem("title", desk.say("surveys.too-long", WaveEntry.LONGEST_TITLE)));
        if (purpose.isEmpty()) problems.add(new Problem("purpose", desk.say("surveys.purpose-missing")));
        if (purpose.length() > WaveEntry.LONGEST_PURPOSE)
            problems.add(new Problem("purpose", desk.say("surveys.too-long", WaveEntry.LONGEST_PURPOSE)));
        var day = day();
        if (day == null) problems.add(new Problem("closes", desk.say("surveys.no-day")));
        else if (day.isBefore(desk.today())) problems.add(new Problem("closes", desk.say("surveys.last-day-passed")));
        if (!reminders.matches("[0-2]"))
            problems.add(new Problem("reminders", desk.say("surveys.reminders-wrong", WaveEntry.MOST_REMINDERS)));
        return List.copyOf(problems);
    }

    private @Nullable LocalDate day() {
        try {
            var day = LocalDate.parse(closes);
            return day.getYear() > 2200 || day.getYear() < 1990 ? null : day;
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    /// Only of a form without holes.
    WaveEntry entry() {
        return new WaveEntry(title, purpose, LocalDate.parse(closes), Integer.parseInt(reminders));
    }

    List<Choice> reminderChoices(Desk desk) {
        return java.util.stream.IntStream.rangeClosed(0, WaveEntry.MOST_REMINDERS)
                .mapToObj(String::valueOf)
                .map(it -> new Choice(it, desk.say("surveys.reminders." + it), it.equals(reminders)))
                .toList();
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
