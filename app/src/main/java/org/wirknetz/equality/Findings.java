package org.wirknetz.equality;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.tasks.TaskEntry;
import org.wirknetz.tasks.Tasks;

/// What the equality check leaves to do (German: *Befund*). It stays open until it is answered otherwise, its task is
/// done, or somebody says what was done.
@Component
@Transactional
public class Findings {

    private static final int LONGEST_OUTCOME = 1000;
    private static final int LONGEST_NOTE = 3900;

    private final JdbcClient db;
    private final Tasks tasks;

    Findings(JdbcClient db, Tasks tasks) {
        this.db = db;
        this.tasks = tasks;
    }

    private record Standing(
            UUID id,
            LocalDate openedOn,
            @Nullable UUID task,
            @Nullable LocalDate doneOn) {}

    /// Once "yes" is answered nothing is left to do; "no" after the task was done is something new.
    void answered(String template, String question, boolean leavesSomething, LocalDate today) {
        var standing = standing(template, question);
        var done = standing.map(Standing::doneOn);
        done.ifPresent(day -> settle(standing.orElseThrow().id(), day, "TASK"));
        boolean open = standing.isPresent() && done.isEmpty();
        if (leavesSomething && !open) open(template, question, today);
        if (!leavesSomething && open) answerAway(standing.orElseThrow(), today);
    }

    private Optional<Standing> standing(String template, String question) {
        return db.sql("""
                        select f.id, f.opened_on, f.task, p.done_on
                          from equality.finding f left join equality.finding_progress() p on p.finding = f.id
                         where f.template = :template and f.question = :question and f.settled_on is null
                        """)
                .param("template", template)
                .param("question", question)
                .query(Standing.class)
                .optional();
    }

    private void open(String template, String question, LocalDate today) {
        db.sql("""
                        insert into equality.finding (network, template, question, opened_on)
                        values (platform.network(), :template, :question, :today)
                        """)
                .param("template", template)
                .param("question", question)
                .param("today", today)
                .update();
    }

    /// Said and taken back on one day was a slip and nothing to remember.
    private void answerAway(Standing standing, LocalDate today) {
        if (standing.openedOn().equals(today) && standing.task() == null)
            db.sql("delete from equality.finding where id = ?")
                    .param(standing.id())
                    .update();
        else settle(standing.id(), today, "ANSWER");
    }

    private void settle(UUID finding, LocalDate on, String by) {
        db.sql("""
                        update equality.finding set settled_on = :on, settled_by = :by, version = version + 1 where id = :id
                        """).param("id", finding).param("on", on).param("by", by).update();
    }

    /// What the task will be.
    ///
    /// @param organisation with whom it lies; null: the office
    /// @param note why
    public record Wanted(
            @Nullable String title,
            @Nullable UUID organisation,
            @Nullable LocalDate due,
            String note) {}

    /// @param version the one that was shown
    /// @return the task
    /// @throws Refused where it is done with, has a task already, or the day has passed
    public UUID makeTask(UUID finding, int version, Wanted wanted, LocalDate today) {
        requireOpen(finding);
        boolean has = db.sql("""
                        select exists (select from equality.finding_progress() where finding = ? and dropped_on is null)
                        """).param(finding).query(Boolean.class).single();
        if (has) throw new Refused("equality.finding.has-task");
        var task = give(wanted, today);
        shown(
                finding,
                db.sql("""
                        update equality.finding set task = :task, version = version + 1
                         where id = :id and version = :version and settled_on is null
                        """)
                        .param("id", finding)
                        .param("version", version)
                        .param("task", task)
                        .update());
        return task;
    }

    /// @throws Refused where the day has passed
    UUID give(Wanted wanted, LocalDate today) {
        var due = wanted.due();
        if (due != null && due.isBefore(today)) throw new Refused("equality.finding.due-passed");
        var note = wanted.note();
        return tasks.assign(TaskEntry.of(Texts.needed(wanted.title(), 300))
                        .lyingWith(wanted.organisation(), null)
                        .dueOn(due)
                        .noting(note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note))
                .value();
    }

    /// It is done without a task, and this is how.
    ///
    /// @param version the one that was shown
    /// @throws Refused where it is done with, or nothing is said
    public void settle(UUID finding, int version, @Nullable String outcome, LocalDate today) {
        requireOpen(finding);
        shown(
                finding,
                db.sql("""
                        update equality.finding
                           set settled_on = :on, settled_by = 'WORD', outcome = :outcome, version = version + 1
                         where id = :id and version = :version and settled_on is null
                        """)
                        .param("id", finding)
                        .param("version", version)
                        .param("on", today)
                        .param("outcome", Texts.needed(outcome, LONGEST_OUTCOME))
                        .update());
    }

    private void requireOpen(UUID finding) {
        boolean settled = db.sql("select settled_on is not null from equality.finding where id = ?")
                .param(finding)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (settled) throw new Refused("equality.finding.settled");
    }

    private static void shown(UUID finding, int rows) {
        if (rows == 0) throw new OptimisticLockingFailureException("finding " + finding);
    }
}
