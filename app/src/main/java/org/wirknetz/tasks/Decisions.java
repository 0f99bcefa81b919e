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
import org.wirknetz.platform.Scope;

/// The register of decisions of the network in scope.
@Component
@Transactional
public class Decisions {

    private final JdbcClient db;
    private final Clock clock;

    Decisions(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A decision as the rules need it.
    public record Known(
            UUID id,
            String title,
            @Nullable UUID group,
            @Nullable LocalDate doneOn,
            @Nullable LocalDate droppedOn,
            int version) {}

    /// @throws NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public Known require(DecisionId id) {
        return db.sql("""
                        select d.id, d.title, d.group_id as "group", d.done_on, d.dropped_on, d.version
                          from tasks.decision d where d.id = ?
                        """).param(id.value()).query(Known.class).optional().orElseThrow(NotFound::new);
    }

    /// What is written down about it, as it stands.
    ///
    /// @throws NotFound where there is none that this scope may read
    @Transactional(readOnly = true)
    public DecisionEntry entry(DecisionId id) {
        return db.sql("select * from tasks.decision where id = ?")
                .param(id.value())
                .query((row, n) -> new DecisionEntry(
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("mandate_basis"),
                        row.getObject("decided_on", LocalDate.class),
                        row.getObject("group_id", UUID.class),
                        row.getObject("meeting_id", UUID.class),
                        row.getObject("owner_organisation", UUID.class),
                        row.getObject("owner_person", UUID.class),
                        row.getObject("due_on", LocalDate.class),
                        sphere(row.getString("sphere")),
                        Disclosure.valueOf(row.getString("disclosure")),
                        row.getBoolean("funding")))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable Sphere sphere(@Nullable String name) {
        return name == null ? null : Sphere.valueOf(name);
    }

    /// Enters it under the next number of the register.
    ///
    /// @throws Refused when its day is to come
    /// @throws NotFound when its owner is not known here
    public DecisionId record(DecisionEntry entry) {
        past(entry.decidedOn());
        var id = DecisionId.fresh();
        // One after the other, or two would draw the same number.
        db.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("tasks.decision " + Scope.current().requireNetwork().value())
                .query((row, n) -> true)
                .list();
        write(id, entry, """
                        insert into tasks.decision (network, id, number, title, body, mandate_basis, decided_on, group_id, meeting_id,
                               owner_organisation, owner_person, due_on, sphere, disclosure, funding)
                        values (platform.network(), :id, tasks.next_number(), :title, :body, :basis, :decided,
                               cast(:group as uuid), cast(:meeting as uuid), cast(:organisation as uuid), cast(:person as uuid),
                               cast(:due as date), :sphere, :disclosure, :funding)
                        """, 0);
        return id;
    }

    /// @param version the one that was shown
    public void revise(DecisionId id, int version, DecisionEntry entry) {
        past(entry.decidedOn());
        int rows = write(id, entry, """
                        update tasks.decision
                           set title = :title, body = :body, mandate_basis = :basis, decided_on = :decided,
                               group_id = cast(:group as uuid), meeting_id = cast(:meeting as uuid),
                               owner_organisation = cast(:organisation as uuid), owner_person = cast(:person as uuid),
                               due_on = cast(:due as date), sphere = :sphere, disclosure = :disclosure, funding = :funding, version = version + 1
                         where id = :id and version = :version
                        """, version);
        if (rows == 1) return;
        require(id);
        throw new OptimisticLockingFailureException("decision " + id.value());
    }

    private int write(DecisionId id, DecisionEntry entry, String sql, int version) {
        var sphere = entry.sphere();
        try {
            return db.sql(sql)
                    .param("id", id.value())
                    .param("version", version)
                    .param("title", entry.title())
                    .param("body", entry.body())
                    .param("basis", entry.mandateBasis())
                    .param("decided", entry.decidedOn())
                    .param("group", entry.group())
                    .param("meeting", entry.meeting())
                    .param("organisation", entry.organisation())
                    .param("person", entry.person())
                    .param("due", entry.due())
                    .param("sphere", sphere == null ? null : sphere.name())
                    .param("disclosure", entry.disclosure().name())
                    .param("funding", entry.funding())
                    .update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    /// It is put into practice, whatever its tasks say.
    ///
    /// @throws Refused when it is done or dropped already, or the day is to come
    public void finish(DecisionId id, LocalDate on) {
        past(on);
        close(id, "done_on = :on, reason = null", on, null);
    }

    /// It will not be put into practice, and this is why.
    ///
    /// @throws Refused without a reason, or when it is done or dropped already
    public void drop(DecisionId id, @Nullable String reason) {
        var why = Texts.needed(reason, 1000, "tasks.reason-missing");
        close(id, "dropped_on = :on, reason = :reason", today(), why);
    }

    private void close(DecisionId id, String set, LocalDate on, @Nullable String reason) {
        int rows = db.sql("update tasks.decision set " + set
                        + ", version = version + 1 where id = :id and done_on is null and dropped_on is null")
                .param("id", id.value())
                .param("on", on)
                .param("reason", reason)
                .update();
        if (rows == 1) return;
        var known = require(id);
        if (known.doneOn() != null || known.droppedOn() != null) throw new Refused("tasks.closed-already");
        throw new OptimisticLockingFailureException("decision " + id.value());
    }

    public void reopen(DecisionId id) {
        var known = require(id);
        if (known.doneOn() == null && known.droppedOn() == null) throw new Refused("tasks.open-already");
        db.sql(
                        "update tasks.decision set done_on = null, dropped_on = null, reason = null, version = version + 1 where id = ?")
                .param(id.value())
                .update();
    }

    /// Who gave way on what, so that it is somebody else's turn next time.
    public void concede(DecisionId id, UUID organisation, @Nullable String about) {
        require(id);
        try {
            db.sql("""
                            insert into tasks.concession (network, decision, organisation, about)
                            values (platform.network(), ?, ?, ?)
                            """)
                    .params(id.value(), organisation, Texts.needed(about, 500, "tasks.concession-missing"))
                    .update();
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    public void takeOutConcession(DecisionId id, UUID concession) {
        int rows = db.sql("delete from tasks.concession where id = ? and decision = ?")
                .params(concession, id.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// It was entered by mistake. Its tasks stay.
    public void remove(DecisionId id) {
        require(id);
        db.sql("update tasks.task set decision_id = null, version = version + 1 where decision_id = ?")
                .param(id.value())
                .update();
        db.sql("delete from tasks.concession where decision = ?")
                .param(id.value())
                .update();
        int rows = db.sql("delete from tasks.decision where id = ?")
                .param(id.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    private void past(LocalDate on) {
        if (on.isAfter(today())) throw new Refused("tasks.day-to-come");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
