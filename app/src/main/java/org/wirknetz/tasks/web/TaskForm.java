package org.wirknetz.tasks.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.TaskEntry;

/// What somebody typed about a task or a promise, kept as typed.
///
/// @param promise whether the form asks to whom it is promised
public record TaskForm(
        int version,
        boolean promise,
        String title,
        String note,
        @Nullable UUID organisation,
        @Nullable UUID person,
        String due,
        @Nullable UUID group,
        @Nullable UUID meeting,
        @Nullable UUID decision,
        @Nullable UUID initiator,
        @Nullable UUID promisedTo,
        @Nullable UUID promisedPerson,
        String hours) {

    static TaskForm of(Map<String, String> given) {
        var typed = new Typed(given);
        return new TaskForm(
                typed.version(),
                typed.text("kind").equals("promise"),
                typed.text("title"),
                typed.text("note"),
                typed.id("organisation"),
                typed.id("person"),
                typed.text("due"),
                typed.id("group"),
                typed.id("meeting"),
                typed.id("decision"),
                typed.id("initiator"),
                typed.id("promisedTo"),
                typed.id("promisedPerson"),
                typed.text("hours"));
    }

    static TaskForm of(TaskRows.Row row, @Nullable UUID promisedTo, @Nullable UUID promisedPerson) {
        return new TaskForm(
                row.version(),
                row.promise(),
                row.title(),
                orEmpty(row.note()),
                row.organisation(),
                row.person(),
                row.dueOn() == null ? "" : row.dueOn().toString(),
                row.group(),
                row.meeting(),
                row.decision(),
                row.initiator(),
                promisedTo,
                promisedPerson,
                row.hours() == null ? "" : row.hours().stripTrailingZeros().toPlainString());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /// The holes in it; empty when it can be sent on.
    List<Problem> problems(Desk desk) {
        var problems = new ArrayList<Problem>();
        var typed = new Typed(Map.of("title", title, "note", note, "due", due));
        if (title.isEmpty()) problems.add(new Problem("title", desk.say("tasks.title-missing")));
        typed.tooLong(problems, desk, "title", 300);
        typed.tooLong(problems, desk, "note", 4000);
        typed.noDay(problems, desk, "due");
        if (!hours.isEmpty() && !hours.matches("0*[0-9]{1,5}([.,][0-9])?"))
            problems.add(new Problem("hours", desk.say("tasks.no-hours")));
        else if (!hours.isEmpty() && (reckoned().signum() <= 0 || reckoned().intValue() > 10_000))
            problems.add(new Problem("hours", desk.say("tasks.no-hours")));
        if (promise && promisedTo == null && promisedPerson == null)
            problems.add(new Problem("promisedTo", desk.say("tasks.promised-missing")));
        return List.copyOf(problems);
    }

    /// @param organisation with whom it lies, where only the person was chosen
    TaskEntry entry(@Nullable UUID organisation) {
        return new TaskEntry(
                title,
                note,
                organisation,
                person,
                due.isEmpty() ? null : LocalDate.parse(due),
                group,
                meeting,
                decision == null ? null : new DecisionId(decision),
                initiator,
                promise ? promisedTo : null,
                promise ? promisedPerson : null,
                hours.isEmpty() ? null : reckoned());
    }

    private BigDecimal reckoned() {
        return new BigDecimal(hours.replace(',', '.'));
    }

    /// As far as they can be read: the form is shown again with holes in it, too.
    @Nullable
    LocalDate readableDue() {
        try {
            return due.isEmpty() ? null : LocalDate.parse(due);
        } catch (DateTimeParseException unreadable) {
            return null;
        }
    }

    @Nullable
    BigDecimal readableHours() {
        return hours.matches("[0-9]{1,5}([.,][0-9])?") ? reckoned() : null;
    }

    public @Nullable String error(List<Problem> problems, String field) {
        return problems.stream()
                .filter(it -> it.field().equals(field))
                .map(Problem::sentence)
                .findFirst()
                .orElse(null);
    }
}
