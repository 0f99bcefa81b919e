package org.wirknetz.rounds;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;

/// When two cards of one organisation become one, what its people wrote in rounds goes with it.
@Component
class MoveRoundsOnMerge {

    private final JdbcClient db;

    MoveRoundsOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        db.sql("update rounds.card set organisation = ? where organisation = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
    }
}
