package org.wirknetz.newsletter;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards of one organisation or of one person become one, contributions and circulars go with it, in
/// the same transaction. Where a circular had gone to both, the earlier "read" stays.
@Component
class MoveNewslettersOnMerge {

    private final JdbcClient db;

    MoveNewslettersOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        db.sql("update newsletter.item set organisation = ? where organisation = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
        for (var step : new String[] {
            """
            update newsletter.target kept
               set acknowledged_at = least(kept.acknowledged_at, other.acknowledged_at)
              from newsletter.target other
             where other.circular = kept.circular and other.person is not distinct from kept.person
               and kept.organisation = :kept and other.organisation = :dropped and other.acknowledged_at is not null
            """, """
            update newsletter.dispatch d set target = kept.id
              from newsletter.target other
              join newsletter.target kept on kept.circular = other.circular
                                         and kept.person is not distinct from other.person
             where d.target = other.id and kept.organisation = :kept and other.organisation = :dropped
            """, """
            delete from newsletter.target other
             where other.organisation = :dropped
               and exists (select from newsletter.target kept
                            where kept.circular = other.circular and kept.organisation = :kept
                              and kept.person is not distinct from other.person)
            """, "update newsletter.target set organisation = :kept where organisation = :dropped"
        }) {
            db.sql(step)
                    .param("kept", merged.kept().value())
                    .param("dropped", merged.dropped().value())
                    .update();
        }
    }

    /// Two rows of one organisation for what is one person now stay side by side where both had the circular:
    /// each was a mail. The second then names nobody.
    @EventListener
    void on(PeopleMerged merged) {
        db.sql("""
                        update newsletter.target other set person = null
                         where other.person = :dropped
                           and exists (select from newsletter.target kept
                                        where kept.circular = other.circular and kept.organisation = other.organisation
                                          and kept.person = :kept)
                        """)
                .param("kept", merged.kept().value())
                .param("dropped", merged.dropped().value())
                .update();
        db.sql("update newsletter.target set person = :kept where person = :dropped")
                .param("kept", merged.kept().value())
                .param("dropped", merged.dropped().value())
                .update();
    }
}
