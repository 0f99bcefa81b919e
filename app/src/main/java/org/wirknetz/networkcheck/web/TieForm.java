package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.CooperationForm;
import org.wirknetz.networkcheck.NewTie;
import org.wirknetz.networkcheck.TieTerms;
import org.wirknetz.platform.web.Problem;

/// What somebody typed about a tie, kept as typed.
public record TieForm(
        String from,
        String to,
        String kind,
        String strength,
        boolean mutual,
        String form,
        String start,
        String end,
        String note,
        boolean both) {

    static TieForm of(Map<String, String> given) {
        return new TieForm(
                given.getOrDefault("from", "").strip(),
                given.getOrDefault("to", "").strip(),
                given.getOrDefault("kind", "INFO").strip(),
                given.getOrDefault("strength", "").strip(),
                given.containsKey("mutual"),
                given.getOrDefault("form", "").strip(),
                given.getOrDefault("start", "").strip(),
                given.getOrDefault("end", "").strip(),
                given.getOrDefault("note", "").strip(),
                given.containsKey("both"));
    }

    static TieForm of(TieList.Row row) {
        var strength = row.strength();
        return new TieForm(
                row.from().toString(),
                row.to().toString(),
                row.kind(),
                strength == null ? "" : String.valueOf(strength),
                row.mutual(),
                row.form() == null ? "" : row.form(),
                row.start() == null ? "" : String.valueOf(row.start()),
                row.end() == null ? "" : String.valueOf(row.end()),
                row.note(),
                row.confirmedByBoth());
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(CheckDesk desk) {
        var problems = new ArrayList<Problem>();
        if (id(from) == null) problems.add(new Problem("from", desk.say("networkcheck.tie.choose-from")));
        if (id(to) == null) problems.add(new Problem("to", desk.say("networkcheck.tie.choose-to")));
        if (id(from) != null && from.equalsIgnoreCase(to))
            problems.add(new Problem("to", desk.say("networkcheck.tie.loop")));
        if (!strength.isEmpty() && !strength.matches("[1-5]"))
            problems.add(new Problem("strength", desk.say("networkcheck.tie.strength-range", strength)));
        if (!start.isEmpty() && day(start) == null)
            problems.add(new Problem("start", desk.say("networkcheck.tie.no-date", start)));
        if (!end.isEmpty() && day(end) == null)
            problems.add(new Problem("end", desk.say("networkcheck.tie.no-date", end)));
        var first = day(start);
        var last = day(end);
        if (first != null && last != null && !first.isBefore(last))
            problems.add(new Problem("end", desk.say("networkcheck.tie.dates-turned")));
        if (note.length() > 2000) problems.add(new Problem("note", desk.say("networkcheck.tie.note-long", 2000)));
        return List.copyOf(problems);
    }

    TieTerms terms() {
        return new TieTerms(
                kind,
                strength.isEmpty() ? null : Integer.valueOf(strength),
                mutual,
                java.util.Arrays.stream(CooperationForm.values())
                        .filter(it -> it.name().equals(form))
                        .findFirst()
                        .orElse(null),
                day(start),
                day(end),
                note);
    }

    NewTie tie(NewTie.SaidBy saidBy) {
        var source = id(from);
        var goal = id(to);
        if (source == null || goal == null) throw new IllegalStateException("A form with holes was sent on.");
        return new NewTie(source, goal, terms(), saidBy);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }

    static @Nullable UUID id(String text) {
        if (!text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) return null;
        return UUID.fromString(text);
    }

    private static @Nullable LocalDate day(String text) {
        try {
            var day = LocalDate.parse(text);
            return day.getYear() < 1900 || day.getYear() > 2200 ? null : day;
        } catch (DateTimeParseException notADate) {
            return null;
        }
    }
}
