package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NotFound;

/// Whether enough organisations with a vote are there at a moment (German: *beschlussfähig*). Counted are
/// organisations,
/// each once, through anybody who is there for it and is no guest; a proxy votes, but is not there. Somebody who stays
/// out
/// of a vote for a conflict of interest is there. Where the body has no rule, one is enough.
///
/// @param voting organisations with a vote on that day
/// @param present of these
/// @param needed how many it takes
/// @param ruled whether the body has a rule, as numerator, denominator and "more than"
public record Quorum(int voting, int present, int needed, boolean ruled) {

    public boolean met() {
        return present >= needed;
    }

    private record Figures(
            int voting,
            int present,
            @Nullable Integer numerator,
            @Nullable Integer denominator,
            boolean above) {}

    public static Quorum at(JdbcClient db, MeetingId meeting, Instant moment) {
        var figures = db.sql("""
                        select (select count(*)::int from meetings.voting(m.id)) as voting,
                               (select count(*)::int from meetings.voting(m.id) v
                                 where v in (select meetings.present(m.id, :moment))) as present,
                               g.quorum_numerator as numerator, g.quorum_denominator as denominator,
                               coalesce(g.quorum_above, false) as above
                          from meetings.meeting m
                          left join groups.group_card g on g.network = m.network and g.id = m.group_id
                         where m.id = :meeting
                        """)
                .param("moment", Timestamp.from(moment))
                .param("meeting", meeting.value())
                .query(Figures.class)
                .optional()
                .orElseThrow(NotFound::new);
        return of(figures.voting(), figures.present(), figures.numerator(), figures.denominator(), figures.above());
    }

    /// @param above more than the share, not just the share
    static Quorum of(
            int voting, int present, @Nullable Integer numerator, @Nullable Integer denominator, boolean above) {
        if (numerator == null || denominator == null) return new Quorum(voting, present, 1, false);
        int share = voting * numerator;
        int needed = above ? share / denominator + 1 : (share + denominator - 1) / denominator;
        return new Quorum(voting, present, Math.max(1, needed), true);
    }
}
