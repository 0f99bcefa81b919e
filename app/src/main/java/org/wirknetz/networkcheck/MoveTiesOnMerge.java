package org.wirknetz.networkcheck;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;

/// When two cards of one organisation become one, its ties go with it, in the same transaction and taken back
/// with it.
///
/// A tie between the two would be a loop and ends. Where both had the same tie at the same time, the first
/// one's stays.
@Component
class MoveTiesOnMerge {

    private final JdbcClient db;

    MoveTiesOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        var kept = merged.kept().value();
        var dropped = merged.dropped().value();
        for (var step : new String[] {"""
            delete from networkcheck.tie
             where (from_organisation = :dropped and to_organisation = :kept)
                or (from_organisation = :kept and to_organisation = :dropped)
            """, """
            delete from networkcheck.tie tie
             where :dropped in (tie.from_organisation, tie.to_organisation)
               and exists (select from networkcheck.tie other
                            where other.network = tie.network and other.id <> tie.id and other.kind = tie.kind
                              and daterange(other.valid_from, other.valid_to) && daterange(tie.valid_from, tie.valid_to)
                              and ((other.from_organisation = case tie.from_organisation when :dropped then :kept else tie.from_organisation end
                                    and other.to_organisation = case tie.to_organisation when :dropped then :kept else tie.to_organisation end)
                                   or (other.mutual and tie.mutual
                                    and other.to_organisation = case tie.from_organisation when :dropped then :kept else tie.from_organisation end
                                    and other.from_organisation = case tie.to_organisation when :dropped then :kept else tie.to_organisation end)))
            """, """
            update networkcheck.tie set from_organisation = :kept, version = version + 1 where from_organisation = :dropped
            """, """
            update networkcheck.tie set to_organisation = :kept, version = version + 1 where to_organisation = :dropped
            """, """
            delete from networkcheck.capacity
             where organisation = :dropped
               and exists (select from networkcheck.capacity known where known.organisation = :kept)
            """, """
            update networkcheck.capacity set organisation = :kept, version = version + 1 where organisation = :dropped
            """, """
            delete from networkcheck.proof p
             where p.organisation = :dropped
               and exists (select from networkcheck.proof known
                            where known.organisation = :kept and known.kind = p.kind and known.dated_on = p.dated_on)
            """, """
            update networkcheck.proof set organisation = :kept where organisation = :dropped
            """}) {
            db.sql(step).param("kept", kept).param("dropped", dropped).update();
        }
    }
}
