package org.wirknetz.equality;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.PeopleMerged;

/// When two cards of one person become one, what was theirs to see to goes with it.
@Component
class MoveEqualityOnMerge {

    private final JdbcClient db;

    MoveEqualityOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(PeopleMerged merged) {
        db.sql("update equality.criterion set person = ? where person = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
    }
}
