package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.tasks.DecisionEntry;
import org.wirknetz.tasks.Disclosure;
import org.wirknetz.tasks.Sphere;

/// What somebody typed about a decision, kept as typed.
public record DecisionForm(
        int version,
        String title,
        String body,
        String basis,
        String decided,
        @Nullable UUID group,
        @Nullable UUID meeting,
        @Nullable UUID organisation,
        @Nullable UUID person,
        String due,
        String sphere,
        String disclosure,
        boolean funding) {

    static DecisionForm of(Map<String, String> given) {
        var typed = new Typed(given);
        return new DecisionForm(
                typed.version(),
                typed.text("title"),
                typed.text("body"),
                typed.text("basis"),
                typed.text("decided"),
                typed.id("group"),
                typed.id("meeting"),
                typed.id("organisation"),
                typed.id("person"),
                typed.text("due"),
                Set.of("PRACTICE", "THEORY").contains(typed.text("sphere")) ? typed.text("sphere") : "",
                Set.of("NETWORK", "PUBLIC").contains(typed.text("disclosure")) ? typed.text("disclosure") : "BODY",
                typed.text("funding").equals("true"));
    }

    static DecisionForm of(DecisionRows.Row row) {
        return new DecisionForm(
                row.version(),
                row.title(),
                orEmpty(row.body()),
                orEmpty(row.mandateBasis()),
                row.decidedOn().toString(),
                row.group(),
                row.meeting(),
                row.organisation(),
                row.person(),
                row.dueOn() == null ? "" : row.dueOn().toString(),
                orEmpty(row.sphere()),
                row.disclosure(),
                row.funding());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        var typed = new Typed(Map.of("title", title, "body", body, "basis", basis, "decided", decided, "due", due));
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("tasks.title-missing")));
        typed.tooLong(problems, desk, "title", 300);
        typed.tooLong(problems, desk, "body", 8000);
        typed.tooLong(problems, desk, "basis", 1000);
        typed.noDay(problems, desk, "decided");
        typed.noDay(problems, desk, "due");
        var decidedOn = typed.day("decided");
        if (decidedOn != null && decidedOn.isAfter(desk.today()))
            problems.add(new Problem("decided", desk.say("tasks.day-to-come")));
        return List.copyOf(problems);
    }

    DecisionEntry entry(LocalDate today, @Nullable UUID organisation) {
        return new DecisionEntry(
                title,
                body,
                basis,
                decided.isEmpty() ? today : LocalDate.parse(decided),
                group,
                meeting,
                organisation,
                person,
                due.isEmpty() ? null : LocalDate.parse(due),
                sphere.isEmpty() ? null : Sphere.valueOf(sphere),
                Disclosure.valueOf(disclosure),
                funding);
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
