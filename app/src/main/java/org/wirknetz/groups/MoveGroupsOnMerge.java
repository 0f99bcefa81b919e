package org.wirknetz.groups;

import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.directory.OrganisationsMerged;
import org.wirknetz.directory.PeopleMerged;

/// When two cards of one organisation or of one person become one, their places in groups go with it, in the same
/// transaction and taken back with it. Where both sat there at the same time, the weightier part stays (lead before
/// deputy
/// before member before guest), and the vote if either had it.
@Component
class MoveGroupsOnMerge {

    private final JdbcClient db;

    MoveGroupsOnMerge(JdbcClient db) {
        this.db = db;
    }

    @EventListener
    void on(OrganisationsMerged merged) {
        var same = "kept.person is not distinct from other.person";
        move("organisation", same, merged.kept().value(), merged.dropped().value());
    }

    @EventListener
    void on(PeopleMerged merged) {
        move(
                "person",
                "kept.organisation = other.organisation",
                merged.kept().value(),
                merged.dropped().value());
    }

    /// @param column what becomes one: `organisation` or `person`
    /// @param same what two rows must share beside it to be one
    private void move(String column, String same, UUID kept, UUID dropped) {
        var together = """
                kept.group_id = other.group_id and kept.%1$s = :kept and other.%1$s = :dropped
                and daterange(kept.since, kept.until) && daterange(other.since, other.until)
                """.formatted(column);
        var first = rank("kept") + " <= " + rank("other");
        for (var step : new String[] {
            "update groups.member kept set votes = true where kept.part <> 'GUEST' and not kept.votes"
                    + " and exists (select from groups.member other where other.votes and " + together + ")",
            "update groups.member other set votes = true where other.part <> 'GUEST' and not other.votes"
                    + " and exists (select from groups.member kept where kept.votes and " + together + ")",
            "delete from groups.member other where exists (select from groups.member kept where " + together + " and "
                    + same + " and " + first + ")",
            "delete from groups.member kept where exists (select from groups.member other where " + together + " and "
                    + same + ")",
            "update groups.member set " + column + " = :kept where " + column + " = :dropped"
        }) {
            db.sql(step).param("kept", kept).param("dropped", dropped).update();
        }
    }

    private static String rank(String row) {
        return "array_position(array['LEAD', 'DEPUTY', 'MEMBER', 'GUEST'], " + row + ".part)";
    }
}
