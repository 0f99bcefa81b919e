package org.wirknetz.equality;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards of one person or organisation become one, what was theirs to see to, and where they took part, goes
/// with it.
@Component
class MoveEqualityOnMerge {

    private final JdbcClient db;

    MoveEqualityOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        var kept = merged.kept().value();
        var dropped = merged.dropped().value();
        db.sql("""
                        delete from equality.participation other
                         where other.organisation = :dropped
                           and exists (select from equality.participation kept
                                        where kept.sensitisation = other.sensitisation and kept.organisation = :kept)
                        """).param("kept", kept).param("dropped", dropped).update();
        db.sql("update equality.participation set organisation = :kept where organisation = :dropped")
                .param("kept", kept)
                .param("dropped", dropped)
                .update();
    }

    /// Once relevant, the one that stays is relevant.
    @EventListener
    void moveRelevance(OrganisationsMerged merged) {
        var kept = merged.kept().value();
        var dropped = merged.dropped().value();
        db.sql("""
                        update equality.relevant_partner kept
                           set relevant = kept.relevant or other.relevant, reason = coalesce(kept.reason, other.reason),
                               version = kept.version + 1
                          from equality.relevant_partner other
                         where kept.network = other.network and kept.organisation = :kept and other.organisation = :dropped
                        """).param("kept", kept).param("dropped", dropped).update();
        db.sql("""
                        delete from equality.relevant_partner other
                         where other.organisation = :dropped
                           and exists (select from equality.relevant_partner kept
                                        where kept.network = other.network and kept.organisation = :kept)
                        """).param("kept", kept).param("dropped", dropped).update();
        db.sql(
                        "update equality.relevant_partner set organisation = :kept, version = version + 1 where organisation = :dropped")
                .param("kept", kept)
                .param("dropped", dropped)
                .update();
    }

    @EventListener
    void moveInstruments(OrganisationsMerged merged) {
        for (var table : List.of("instrument", "adaptation"))
            db.sql("update equality." + table + " set organisation = ?, version = version + 1 where organisation = ?")
                    .params(merged.kept().value(), merged.dropped().value())
                    .update();
    }

    @EventListener
    void on(PeopleMerged merged) {
        db.sql("update equality.instrument set person = ?, version = version + 1 where person = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
        db.sql("update equality.criterion set person = ? where person = ?")
                .params(merged.kept().value(), merged.dropped().value())
                .update();
    }
}
