package org.wirknetz.tasks;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards become one, what lies with the dropped one lies with the kept one, in the same transaction and taken
/// back with it.
@Component
class MoveTasksOnMerge {

    private final JdbcClient db;

    MoveTasksOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        var kept = merged.kept().value();
        var dropped = merged.dropped().value();
        move("tasks.task", "owner_organisation", kept, dropped);
        move("tasks.task", "initiator_organisation", kept, dropped);
        move("tasks.task", "promised_to", kept, dropped);
        move("tasks.decision", "owner_organisation", kept, dropped);
        move("tasks.concession", "organisation", kept, dropped);
    }

    @EventListener
    void on(PeopleMerged merged) {
        var kept = merged.kept().value();
        var dropped = merged.dropped().value();
        move("tasks.task", "owner_person", kept, dropped);
        move("tasks.task", "promised_person", kept, dropped);
        move("tasks.decision", "owner_person", kept, dropped);
        move("tasks.step", "person", kept, dropped);
    }

    private void move(String table, String column, UUID kept, UUID dropped) {
        db.sql("update " + table + " set " + column + " = ? where " + column + " = ?")
                .params(kept, dropped)
                .update();
    }
}
