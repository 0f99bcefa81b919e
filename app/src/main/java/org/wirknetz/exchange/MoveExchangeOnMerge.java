package org.wirknetz.exchange;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;

/// When two cards of one organisation become one, what it gave and took goes with it, in the same transaction and taken
/// back with it. What the two gave each other was self-dealing and ends.
@Component
class MoveExchangeOnMerge {

    private final JdbcClient db;

    MoveExchangeOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        for (var step : new String[] {"""
            delete from exchange.contribution
             where (giver = :dropped and receiver = :kept) or (giver = :kept and receiver = :dropped)
            """, """
            update exchange.contribution set giver = :kept, version = version + 1 where giver = :dropped
            """, """
            update exchange.contribution set receiver = :kept, version = version + 1 where receiver = :dropped
            """, """
            delete from exchange.structural_giver giver
             where organisation = :dropped
               and exists (select from exchange.structural_giver other
                            where other.network = giver.network and other.organisation = :kept)
            """, """
            update exchange.structural_giver set organisation = :kept where organisation = :dropped
            """, """
            update exchange.listing set organisation = :kept, version = version + 1 where organisation = :dropped
            """, """
            delete from exchange.introduction
             where (asker = :dropped and helper = :kept) or (asker = :kept and helper = :dropped)
            """, """
            update exchange.introduction
               set asker = case asker when :dropped then :kept else asker end,
                   helper = case helper when :dropped then :kept else helper end, version = version + 1
             where :dropped in (asker, helper)
            """}) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
    }
}
