package org.wirknetz.equality.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.equality.CheckTemplates;
import org.wirknetz.equality.CheckTemplates.Checked;
import org.wirknetz.equality.CheckTemplates.Question;
import org.wirknetz.equality.CheckTemplates.Template;

/// The equality check as it stands: what was answered for each object, and what is left to do.
///
/// @param findings the oldest first
public record ChecksPage(LocalDate day, List<Sheet> sheets, List<Finding> findings) {

    /// @param lines every question of the template, in order
    public record Sheet(Template template, List<Line> lines) {

        public long answered() {
            return lines.stream().filter(it -> it.answer() != null).count();
        }

        /// The last day on which somebody answered; null where nobody has.
        public @Nullable LocalDate last() {
            return lines.stream()
                    .map(Line::answeredOn)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .orElse(null);
        }
    }

    public record Line(Question question, @Nullable Said said) {

        public @Nullable String answer() {
            return said == null ? null : said.answer();
        }

        public @Nullable LocalDate answeredOn() {
            return said == null ? null : said.answeredOn();
        }

        public String note() {
            return said == null ? "" : Objects.requireNonNullElse(said.note(), "");
        }

        public String address() {
            return said == null ? "" : Objects.requireNonNullElse(said.address(), "");
        }

        /// Which answer the form shows, for the one who saves it.
        public String seen() {
            return said == null ? "" : said.id() + " " + said.version();
        }
    }

    public record Said(
            UUID id,
            String template,
            String question,
            String answer,
            @Nullable String note,
            @Nullable String address,
            LocalDate answeredOn,
            int version) {}

    /// @param asked null where the file has the question no more
    public record Finding(Found found, @Nullable Question asked) {

        public boolean isDone() {
            return found.settledOn() != null || found.doneOn() != null;
        }

        /// A task that runs.
        public boolean isTask() {
            return !isDone() && found.progress() && found.droppedOn() == null;
        }

        public boolean isOpen() {
            return !isDone() && !isTask();
        }

        /// It had a task, which was dropped or taken away.
        public boolean lostItsTask() {
            return isOpen() && found.task() != null;
        }

        public boolean isOverdue(LocalDate day) {
            return isTask() && found.dueOn() != null && found.dueOn().isBefore(day);
        }

        public @Nullable LocalDate doneWith() {
            return found.settledOn() != null ? found.settledOn() : found.doneOn();
        }

        /// `ANSWER`, `TASK` or `WORD`.
        public String doneBy() {
            return Objects.requireNonNullElse(found.settledBy(), "TASK");
        }

        public String wording(Locale locale) {
            return asked == null ? found.question() : asked.wording().in(locale);
        }

        public String step(Locale locale) {
            return asked == null ? found.question() : asked.step().in(locale);
        }
    }

    /// @param progress whether the task is still there
    public record Found(
            UUID id,
            String template,
            String question,
            LocalDate openedOn,
            @Nullable UUID task,
            boolean progress,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate droppedOn,
            @Nullable LocalDate settledOn,
            @Nullable String settledBy,
            @Nullable String outcome,
            int version,
            @Nullable String answer,
            @Nullable String note) {}

    static ChecksPage of(JdbcClient db, CheckTemplates templates, LocalDate day) {
        var said = db.sql("""
                        select distinct on (template, question) id, template, question, answer, note, address, answered_on, version
                          from equality.check_answer order by template, question, answered_on desc limit 1000
                        """).query(Said.class).list().stream()
                .collect(Collectors.toMap(it -> it.template() + " " + it.question(), Function.identity()));
        var sheets = templates.latest().stream()
                .map(template -> new Sheet(
                        template,
                        template.questions().values().stream()
                                .map(it -> new Line(it, said.get(template.id() + " " + it.key())))
                                .toList()))
                .toList();
        var findings = db.sql("""
                        select f.id, f.template, f.question, f.opened_on, f.task, p.finding is not null as progress, p.due_on, p.done_on,
                               p.dropped_on, f.settled_on, f.settled_by, f.outcome, f.version, a.answer, a.note
                          from equality.finding f
                          left join equality.finding_progress() p on p.finding = f.id
                          left join lateral (select x.answer, x.note from equality.check_answer x
                                              where x.network = f.network and x.template = f.template and x.question = f.question
                                              order by x.answered_on desc limit 1) a on true
                         order by f.settled_on is not null, f.opened_on, f.template, f.question, f.id limit 1000
                        """).query(Found.class).list().stream()
                .map(it -> new Finding(it, templates.question(it.template(), it.question())))
                .toList();
        return new ChecksPage(day, sheets, findings);
    }

    public Sheet sheet(Checked checked) {
        return sheets.stream()
                .filter(it -> it.template().checked() == checked)
                .findFirst()
                .orElseThrow();
    }

    public boolean isEmpty() {
        return findings.isEmpty() && sheets.stream().allMatch(it -> it.answered() == 0);
    }

    public List<Finding> open() {
        return findings.stream().filter(Finding::isOpen).toList();
    }

    /// What is to be done soonest first.
    public List<Finding> tasks() {
        return findings.stream()
                .filter(Finding::isTask)
                .sorted(Comparator.comparing(
                        it -> it.found().dueOn(), Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /// The latest first.
    public List<Finding> done() {
        return findings.stream()
                .filter(Finding::isDone)
                .sorted(Comparator.comparing(
                        Finding::doneWith, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())))
                .toList();
    }
}
