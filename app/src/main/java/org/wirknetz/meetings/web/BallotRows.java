package org.wirknetz.meetings.web;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Ballots of a meeting, and who votes in one.
final class BallotRows {

    private BallotRows() {}

    private static final String ROWS = """
            select b.id, b.agenda_item as item, i.title as item_title, b.question, b.secret, b.majority, b.proxies_most, b.state,
                   b.opened_at at time zone 'Europe/Berlin' as opened, b.closed_at at time zone 'Europe/Berlin' as closed,
                   b.entitled, b.quorum_needed, b.present_open, b.present_close, b.quorate, b.yes, b.no, b.abstained, b.recused,
                   b.accepted, b.slips_sha256, b.reason, b.decision,
                   (select count(*)::int from meetings.ballot_voter v where v.network = b.network and v.ballot = b.id and v.voted) as voted
              from meetings.ballot b
              left join meetings.agenda_item i on i.network = b.network and i.id = b.agenda_item
             where b.meeting = :meeting
            """;

    static List<BallotRow> of(JdbcClient db, UUID meeting) {
        return db.sql(ROWS + " order by b.created_at, b.id")
                .param("meeting", meeting)
                .query(BallotRow.class)
                .list();
    }

    static Optional<BallotRow> one(JdbcClient db, UUID meeting, UUID ballot) {
        return db.sql(ROWS + " and b.id = :ballot")
                .param("meeting", meeting)
                .param("ballot", ballot)
                .query(BallotRow.class)
                .optional();
    }

    /// @param mine whether the one who asks may cast it
    static List<BallotRow.Voter> voters(JdbcClient db, UUID meeting, UUID ballot) {
        return db.sql("""
                        select v.organisation, v.name, h.name as holder, v.recused, v.reason, v.voted, v.choice,
                               meetings.casts_for(:meeting, coalesce(v.holder, v.organisation)) as mine
                          from meetings.ballot_voter v
                          left join directory.organisation_card h on h.network = v.network and h.id = v.holder
                         where v.ballot = :ballot order by platform.fold(v.name), v.organisation
                        """)
                .param("meeting", meeting)
                .param("ballot", ballot)
                .query(BallotRow.Voter.class)
                .list();
    }

    static List<BallotRow.Slip> slips(JdbcClient db, UUID ballot) {
        return db.sql("select code, choice from meetings.slip where ballot = ? order by code collate \"C\"")
                .param(ballot)
                .query(BallotRow.Slip.class)
                .list();
    }
}
