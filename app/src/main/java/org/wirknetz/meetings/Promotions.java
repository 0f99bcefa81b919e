package org.wirknetz.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The waiting list: free places go to those who have waited longest, and they are told.
@Component
@Transactional
class Promotions {

    private final JdbcClient db;
    private final InvitationPost post;

    Promotions(JdbcClient db, InvitationPost post) {
        this.db = db;
        this.post = post;
    }

    private record Next(UUID id, @Nullable String email) {}

    /// The meeting's row is locked already.
    ///
    /// @return how many moved up
    int fill(MeetingId meeting) {
        var moved =
                db.sql("""
                        update meetings.invitation i set waiting_since = null
                         where i.id in (
                               select w.id from meetings.invitation w
                                where w.meeting = :meeting and w.waiting_since is not null
                                order by w.waiting_since, w.id
                                limit (select greatest(0, coalesce(m.capacity, 1000000)
                                              - (select count(*) from meetings.invitation s
                                                  where s.meeting = m.id and s.answer = 'YES' and s.waiting_since is null))
                                         from meetings.meeting m where m.id = :meeting))
                        returning i.id, i.email
                        """).param("meeting", meeting.value()).query(Next.class).list();
        for (var next : moved) {
            if (next.email() != null) post.tellOfPlace(meeting, new InvitationId(next.id()));
        }
        return moved.size();
    }
}
