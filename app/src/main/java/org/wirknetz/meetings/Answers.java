package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// What people say to their invitation. Where places are few, who comes after the last one waits, and moves up by
/// itself,
/// in the order of asking, as soon as somebody declines.
@Component
@Transactional
public class Answers {

    private final JdbcClient db;
    private final Promotions promotions;
    private final Clock clock;

    Answers(JdbcClient db, Promotions promotions, Clock clock) {
        this.db = db;
        this.promotions = promotions;
        this.clock = clock;
    }

    /// How an answer ended.
    public sealed interface Outcome {
        record Noted(Answer answer) implements Outcome {}

        /// All places are taken; somebody who declines makes room.
        record Waiting(int position) implements Outcome {}
    }

    private record Meeting(UUID id, String state, @Nullable Integer capacity, boolean over) {}

    /// @param representedBy who comes in their place
    /// @throws Refused when the meeting is over or cancelled
    public Outcome say(
            InvitationId invitation,
            Answer answer,
            @Nullable String representedBy,
            @Nullable String comment,
            Answer.Way way) {
        var meeting = lock(invitation);
        if (meeting.state().equals("CANCELLED")) throw new Refused("meetings.cancelled-already");
        if (meeting.over()) throw new Refused("meetings.answer.over");
        boolean full = answer == Answer.YES && isFull(meeting, invitation);
        db.sql("""
                        update meetings.invitation
                           set answer = :answer, represented_by = :by, comment = :comment, answered_at = :now, answered_by_way = :way,
                               waiting_since = case when :full then coalesce(waiting_since, clock_timestamp()) end
                         where id = :id
                        """)
                .param("answer", answer.name())
                .param("by", Texts.line(representedBy, 200))
                .param("comment", Texts.clean(comment, 1000))
                .param("now", Timestamp.from(clock.instant()))
                .param("way", way.name())
                .param("full", full)
                .param("id", invitation.value())
                .update();
        if (!full) promotions.fill(new MeetingId(meeting.id()));
        return full ? new Outcome.Waiting(position(meeting.id(), invitation)) : new Outcome.Noted(answer);
    }

    /// Of two who want the last place at once, one waits for the other here.
    private Meeting lock(InvitationId invitation) {
        return db.sql("""
                        select m.id, m.state, m.capacity, m.ends_at < :now as over
                          from meetings.meeting m
                         where m.id = (select i.meeting from meetings.invitation i where i.id = :id)
                           for update of m
                        """)
                .param("id", invitation.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Meeting.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private boolean isFull(Meeting meeting, InvitationId invitation) {
        return db.sql("""
                        select count(*) filter (where i.answer = 'YES' and i.waiting_since is null and i.id <> :id)
                               >= cast(:places as int)
                          from meetings.invitation i where i.meeting = :meeting
                        """)
                .param("id", invitation.value())
                .param("meeting", meeting.id())
                .param("places", meeting.capacity() == null ? Integer.MAX_VALUE : meeting.capacity(), Types.INTEGER)
                .query(Boolean.class)
                .single();
    }

    private int position(UUID meeting, InvitationId invitation) {
        List<UUID> waiting = db.sql("""
                        select id from meetings.invitation where meeting = ? and waiting_since is not null order by waiting_since, id
                        """).param(meeting).query(UUID.class).list();
        return waiting.indexOf(invitation.value()) + 1;
    }
}
