package org.wirknetz.tasks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Tasks and promises of the network in scope: give one, change it, say that it is done or why not.
@Component
@Transactional
public class Tasks {

    private final JdbcClient db;
    private final Clock clock;

    Tasks(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A task as the rules need it.
    public record Known(
            UUID id,
            String title,
            @Nullable UUID organisation,
            @Nullable UUID person,
            @Nullable UUID group,
            @Nullable LocalDate due,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate droppedOn,
            int version) {

        public boolean open() {
            return doneOn == null && droppedOn == null;
        }
    }

    /// @throws NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public Known require(TaskId id) {
        return db.sql("""
                        select t.id, t.title, t.owner_organisation as organisation, t.owner_person as person, t.group_id as "group",
                               t.due_on as due, t.done_on, t.dropped_on, t.version
                          from tasks.task t where t.id = ?
                        """).param(id.value()).query(Known.class).optional().orElseThrow(NotFound::new);
    }

    /// What is written down about it, as it stands.
    ///
    /// @throws NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public TaskEntry entry(TaskId id) {
        return db.sql("select * from tasks.task where id = ?")
                .param(id.value())
                .query((row, n) -> new TaskEntry(
                        row.getString("title"),
                        row.getString("note"),
                        row.getObject("owner_organisation", UUID.class),
                        row.getObject("owner_person", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("group_id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        decision(row.getObject("decision_id", UUID.class)),
                        row.getObject("initiator_organisation", UUID.class),
                        row.getObject("promised_to", UUID.class),
                        row.getObject("promised_person", UUID.class),
                        row.getBigDecimal("hours")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable DecisionId decision(@Nullable UUID id) {
        return id == null ? null : new DecisionId(id);
    }

    /// @throws NotFound when owner, initiator, decision or whom it was promised are not known here
    public TaskId assign(TaskEntry entry) {
        var id = TaskId.fresh();
        write(id, entry, """
                        insert into tasks.task (network, id, title, note, owner_organisation, owner_person, given_on, due_on, due_first,
                               group_id, meeting_id, decision_id, initiator_organisation, promised_to, promised_person, hours)
                        values (platform.network(), :id, :title, :note, cast(:organisation as uuid), cast(:person as uuid), :today,
                               cast(:due as date), cast(:due as date), cast(:group as uuid), cast(:meeting as uuid),
                               cast(:decision as uuid), cast(:initiator as uuid), cast(:promised_to as uuid),
                               cast(:promised_person as uuid), cast(:hours as numeric))
                        """, 0);
        return id;
    }

    /// A new date set here corrects a mistake; carrying a task on is [#carryOn].
    ///
    /// @param version the one that was shown
    public void revise(TaskId id, int version, TaskEntry entry) {
        int rows = write(id, entry, """
                        update tasks.task
                           set title = :title, note = :note, owner_organisation = cast(:organisation as uuid),
                               owner_person = cast(:person as uuid), due_on = cast(:due as date),
                               due_first = case when due_on is distinct from cast(:due as date) then cast(:due as date) else due_first end,
                               group_id = cast(:group as uuid), meeting_id = cast(:meeting as uuid),
                               decision_id = cast(:decision as uuid), initiator_organisation = cast(:initiator as uuid),
                               promised_to = cast(:promised_to as uuid), promised_person = cast(:promised_person as uuid),
                               hours = cast(:hours as numeric), version = version + 1
                         where id = :id and version = :version
                        """, version);
        if (rows == 1) return;
        require(id);
        throw new OptimisticLockingFailureException("task " + id.value());
    }

    private int write(TaskId id, TaskEntry entry, String sql, int version) {
        var decision = entry.decision();
        try {
            return db.sql(sql)
                    .param("id", id.value())
                    .param("version", version)
                    .param("title", entry.title())
                    .param("note", entry.note())
                    .param("organisation", entry.organisation())
                    .param("person", entry.person())
                    .param("due", entry.due())
                    .param("today", today())
                    .param("group", entry.group())
                    .param("meeting", entry.meeting())
                    .param("decision", decision == null ? null : decision.value())
                    .param("initiator", entry.initiator())
                    .param("promised_to", entry.promisedTo())
                    .param("promised_person", entry.promisedPerson())
                    .param("hours", entry.hours())
                    .update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    /// @param on the day it was done, today or before
    /// @param outcome what came of it; may be empty
    /// @throws Refused when it is done or dropped already, or the day is to come
    public void finish(TaskId id, LocalDate on, @Nullable String outcome) {
        past(on);
        closed(
                id,
                db.sql("""
                        update tasks.task set done_on = :on, outcome = :outcome, version = version + 1
                         where id = :id and done_on is null and dropped_on is null
                        """)
                        .param("id", id.value())
                        .param("on", on)
                        .param("outcome", Texts.clean(outcome, 1000))
                        .update());
    }

    /// It will not be done, and this is why.
    ///
    /// @throws Refused without a reason, or when it is done or dropped already
    public void drop(TaskId id, @Nullable String reason) {
        closed(
                id,
                db.sql("""
                        update tasks.task set dropped_on = :on, reason = :reason, version = version + 1
                         where id = :id and done_on is null and dropped_on is null
                        """)
                        .param("id", id.value())
                        .param("on", today())
                        .param("reason", Texts.needed(reason, 1000, "tasks.reason-missing"))
                        .update());
    }

    private void closed(TaskId id, int rows) {
        if (rows == 1) return;
        if (!require(id).open()) throw new Refused("tasks.closed-already");
        throw new OptimisticLockingFailureException("task " + id.value());
    }

    /// Done or dropped too early.
    public void reopen(TaskId id, @Nullable String reason) {
        var known = require(id);
        if (known.open()) throw new Refused("tasks.open-already");
        db.sql("""
                        update tasks.task set done_on = null, dropped_on = null, outcome = null, reason = null, version = version + 1
                         where id = ?
                        """).param(id.value()).update();
        step(id, "REOPENED", known.due(), known.due(), null, reason);
    }

    /// Gives it more time. It stays late: it is measured by its first date.
    ///
    /// @throws Refused without a reason, when it is closed, or when the day does not lie after the one before
    public void carryOn(TaskId id, LocalDate until, @Nullable String reason) {
        var known = require(id);
        if (!known.open()) throw new Refused("tasks.closed-already");
        Days.require(until);
        var before = known.due();
        if (until.isBefore(today()) || (before != null && !until.isAfter(before))) throw new Refused("tasks.not-later");
        db.sql(
                        "update tasks.task set due_on = ?, due_first = coalesce(due_first, ?), version = version + 1 where id = ?")
                .params(until, until, id.value())
                .update();
        step(id, "CARRIED", before, until, null, Texts.needed(reason, 1000, "tasks.reason-missing"));
    }

    void step(
            TaskId id,
            String kind,
            @Nullable LocalDate before,
            @Nullable LocalDate after,
            @Nullable UUID person,
            @Nullable String reason) {
        db.sql("""
                        insert into tasks.step (network, task, kind, noted_on, due_before, due_after, person, reason)
                        values (platform.network(), :task, :kind, :on, cast(:before as date), cast(:after as date),
                                cast(:person as uuid), :reason)
                        """)
                .param("task", id.value())
                .param("kind", kind)
                .param("on", today())
                .param("before", before)
                .param("after", after)
                .param("person", person)
                .param("reason", Texts.clean(reason, 1000))
                .update();
    }

    /// It was entered by mistake. What is not wanted any more is dropped with a reason instead.
    public void remove(TaskId id) {
        require(id);
        db.sql("delete from tasks.reminder where task = ?").param(id.value()).update();
        db.sql("delete from tasks.step where task = ?").param(id.value()).update();
        int rows =
                db.sql("delete from tasks.task where id = ?").param(id.value()).update();
        if (rows == 0) throw new NotFound();
    }

    private void past(LocalDate on) {
        Days.require(on);
        if (on.isAfter(today())) throw new Refused("tasks.day-to-come");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
