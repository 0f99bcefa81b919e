package org.wirknetz.journal;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationRemoved;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;
import org.wirknetz.directory.PersonForgotten;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.PersonRemoved;

/// What the journal knows of a card goes with it when two become one, and goes away with it when it is taken
/// out: in
/// the same transaction, and taken back with it. Private notes are not kept anywhere: they go for good.
@Component
class KeepJournalRight {

    private final JdbcClient db;

    KeepJournalRight(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        for (var step : new String[] {
            "update journal.touchpoint set organisation = :kept, version = version + 1 where organisation = :dropped",
            "update journal.follow_up set organisation = :kept, version = version + 1 where organisation = :dropped",
            """
            delete from journal.rhythm gone
             where organisation = :dropped
               and exists (select from journal.rhythm other where other.network = gone.network and other.organisation = :kept)
            """,
            "update journal.rhythm set organisation = :kept where organisation = :dropped"
        }) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
        db.sql("select journal.move_notes(?, ?)")
                .params(merged.dropped().value(), merged.kept().value())
                .query()
                .listOfRows();
    }

    @EventListener
    void on(OrganisationRemoved removed) {
        for (var table : new String[] {"follow_up", "touchpoint", "rhythm"}) {
            db.sql("delete from journal." + table + " where organisation = ?")
                    .param(removed.organisation().value())
                    .update();
        }
    }

    @EventListener
    void on(PeopleMerged merged) {
        for (var table : new String[] {"touchpoint", "follow_up"}) {
            db.sql("update journal." + table + " set person = ?, version = version + 1 where person = ?")
                    .params(merged.kept().value(), merged.dropped().value())
                    .update();
        }
    }

    /// The contact was with the organisation, too, and stays with it; the name goes.
    @EventListener
    void on(PersonRemoved removed) {
        leaveOut(removed.person());
    }

    @EventListener
    void on(PersonForgotten forgotten) {
        leaveOut(forgotten.person());
    }

    private void leaveOut(PersonId person) {
        for (var table : new String[] {"touchpoint", "follow_up"}) {
            db.sql("update journal." + table + " set person = null, version = version + 1 where person = ?")
                    .param(person.value())
                    .update();
        }
    }
}
