package org.wirknetz.tasks;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.PermissionSentences;
import org.wirknetz.access.Role;
import org.wirknetz.access.Sentence;
import org.wirknetz.access.TakingBack;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Changes;

/// Who may see and do what with decisions and tasks. Which rows somebody reads, the database decides by the same rules:
/// the members of a body its decisions, owners theirs, everybody what was disclosed.
@Component
public class TaskPermissions implements PermissionSentences, TakingBack {

    private final JdbcClient db;

    TaskPermissions(JdbcClient db) {
        this.db = db;
    }

    /// The register; each finds there what they may read.
    public boolean readDecisions(Visitor visitor) {
        return !visitor.seats().isEmpty();
    }

    public boolean readTasks(Visitor visitor) {
        return visitor.isInside();
    }

    /// The office, and whoever leads the body that decided.
    public boolean decide(Visitor visitor, @Nullable UUID group) {
        return visitor.isOffice() || leads(visitor, group);
    }

    /// Who may open the form: the office, and whoever leads any body.
    public boolean decideSomewhere(Visitor visitor) {
        return visitor.isOffice()
                || (visitor.isInside()
                        && db.sql("select exists (select from tasks.led_groups())")
                                .query(Boolean.class)
                                .single());
    }

    /// Done, carried on, dropped: the office, whoever leads its group, and those it lies with.
    public boolean settle(Visitor visitor, @Nullable UUID organisation, @Nullable UUID person, @Nullable UUID group) {
        return visitor.isOffice()
                || (organisation != null && visitor.worksFor(organisation))
                || (person != null && mine(visitor).contains(person))
                || leads(visitor, group);
    }

    /// Everything of one person, in one go.
    public boolean handOver(Visitor visitor) {
        return visitor.isOffice();
    }

    /// The people of this network who are the visitor: those with the address of the account.
    public List<UUID> mine(Visitor visitor) {
        return visitor.isInside()
                ? db.sql("select * from tasks.my_people()").query(UUID.class).list()
                : List.of();
    }

    private boolean leads(Visitor visitor, @Nullable UUID group) {
        return group != null
                && visitor.isInside()
                && db.sql("select exists (select from tasks.led_groups() g where g = ?)")
                        .param(group)
                        .query(Boolean.class)
                        .single();
    }

    @Override
    public List<Sentence> sentences() {
        var inside = Set.of(Role.OFFICE, Role.PARTNER_ADMIN, Role.PARTNER_STAFF, Role.GROUP_MEMBER);
        return List.of(
                new Sentence("tasks.may.read-decisions", Set.of(Role.values()), "tasks.only.disclosed"),
                new Sentence("tasks.may.read-tasks", inside, "tasks.only.concerned"),
                new Sentence("tasks.may.decide", inside, "tasks.only.leads"),
                new Sentence("tasks.may.settle", inside, "tasks.only.owners"),
                Sentence.of("tasks.may.hand-over", Role.OFFICE));
    }

    @Override
    public String schema() {
        return "tasks";
    }

    /// Whoever may settle a task takes back what they noted of it; leads what they entered for their body.
    @Override
    public boolean mayTakeBack(Visitor visitor, Changes.Touched row) {
        if (visitor.isOffice()) return true;
        var refers = row.references();
        return switch (row.table()) {
            case "tasks.preference" -> visitor.account().value().equals(refers.get("account"));
            case "tasks.decision" -> leads(visitor, refers.get("group_id"));
            case "tasks.concession" -> leads(visitor, groupOf(Objects.requireNonNull(refers.get("decision"))));
            case "tasks.task" ->
                settle(visitor, refers.get("owner_organisation"), refers.get("owner_person"), refers.get("group_id"));
            case "tasks.step" -> settles(visitor, Objects.requireNonNull(refers.get("task")));
            default -> false;
        };
    }

    private @Nullable UUID groupOf(UUID decision) {
        return db.sql("select group_id from tasks.decision where id = ? and group_id is not null")
                .param(decision)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private boolean settles(Visitor visitor, UUID task) {
        return visitor.isInside()
                && db.sql("select exists (select from tasks.own_tasks() t where t = ?)")
                        .param(task)
                        .query(Boolean.class)
                        .single();
    }
}
