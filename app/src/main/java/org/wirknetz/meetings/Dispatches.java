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
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// What the invited are told, and when: nothing by itself, all changes since the last time together.
@Component
@Transactional
public class Dispatches {

    private final JdbcClient db;
    private final Invitations invitations;
    private final InvitationPost post;
    private final Clock clock;

    Dispatches(JdbcClient db, Invitations invitations, InvitationPost post, Clock clock) {
        this.db = db;
        this.invitations = invitations;
        this.post = post;
        this.clock = clock;
    }

    public enum Kind {
        /// Nobody was told yet.
        INVITED,
        /// Some were told, and something is different now; or somebody came onto the list since.
        CHANGED,
        CANCELLED
    }

    /// What would go out now.
    ///
    /// @param fresh how many would learn of the meeting for the first time
    /// @param others how many would learn what is different
    /// @param unreachable names of those without a mail address: they have to be told otherwise
    public record Pending(
            Kind kind, List<Told.Difference> differences, int fresh, int others, List<String> unreachable) {
        public Pending {
            differences = List.copyOf(differences);
            unreachable = List.copyOf(unreachable);
        }

        public boolean nothing() {
            return fresh == 0 && others == 0;
        }
    }

    private record Row(
            UUID id,
            String name,
            @Nullable String email,
            @Nullable Integer toldSequence) {}

    private record Stand(String state, int sequence, boolean over) {}

    @Transactional(readOnly = true)
    public Pending pending(MeetingId meeting) {
        return pending(meeting, Told.now(db, meeting.value()), Told.last(db, meeting.value()), rows(meeting));
    }

    private static Pending pending(MeetingId meeting, Told now, @Nullable Told before, List<Row> rows) {
        var reachable = rows.stream().filter(it -> it.email() != null).toList();
        var unreachable =
                rows.stream().filter(it -> it.email() == null).map(Row::name).toList();
        List<Told.Difference> differences = before == null ? List.of() : now.since(before);
        int known =
                (int) reachable.stream().filter(it -> it.toldSequence() != null).count();
        int fresh = now.cancelled() ? 0 : reachable.size() - known;
        var kind = now.cancelled() ? Kind.CANCELLED : before == null ? Kind.INVITED : Kind.CHANGED;
        return new Pending(kind, differences, fresh, differences.isEmpty() ? 0 : known, unreachable);
    }

    /// Tells all who are to be told, once. Those on the list who were told this state already get nothing.
    ///
    /// @return how many mails go out
    /// @throws Refused when nobody is on the list, there is nothing to tell, or the meeting is over
    public int send(MeetingId meeting) {
        var stand = lock(meeting);
        var now = Told.now(db, meeting.value());
        var before = Told.last(db, meeting.value());
        var rows = rows(meeting);
        var pending = pending(meeting, now, before, rows);
        if (stand.over()) throw new Refused("meetings.dispatch.over");
        if (rows.isEmpty() && !now.cancelled()) throw new Refused("meetings.dispatch.nobody");
        if (before != null && pending.nothing() && pending.differences().isEmpty())
            throw new Refused("meetings.dispatch.nothing");
        boolean differs = before != null && !pending.differences().isEmpty();
        int sequence = stand.sequence() + (differs ? 1 : 0);
        boolean moved = before != null && now.movedFrom(before);
        remember(meeting, now, sequence, moved);
        int sent = 0;
        for (var row : rows) {
            var email = row.email();
            if (email == null) continue;
            var fresh = row.toldSequence() == null;
            if (fresh ? now.cancelled() : !differs) continue;
            post.tell(
                    meeting,
                    new InvitationPost.Recipient(row.id(), row.name(), email),
                    now.cancelled() ? "cancelled" : fresh ? "invited" : "changed",
                    now,
                    fresh ? List.of() : pending.differences());
            sent++;
        }
        db.sql(
                        "update meetings.invitation set told_sequence = ? where meeting = ? and (told_sequence is not null or not ?)")
                .params(sequence, meeting.value(), now.cancelled())
                .update();
        note(meeting, pending.kind().name(), sequence, sent);
        return sent;
    }

    /// An answer was about the time that was: who said something before it moved is asked anew.
    private void remember(MeetingId meeting, Told now, int sequence, boolean moved) {
        db.sql("""
                        update meetings.meeting
                           set state = case when state = 'DRAFT' then 'INVITED' else state end, told = :told::jsonb, sequence = :sequence,
                               moved_sequence = case when :moved then :sequence else moved_sequence end
                         where id = :id
                        """)
                .param("told", now.json())
                .param("sequence", sequence)
                .param("moved", moved)
                .param("id", meeting.value())
                .update();
        if (moved) db.sql("""
                            update meetings.invitation
                               set answer = null, answered_at = null, answered_by_way = null, waiting_since = null, represented_by = null
                             where meeting = ? and answer is not null
                            """).param(meeting.value()).update();
    }

    void note(MeetingId meeting, String kind, int sequence, int recipients) {
        db.sql("""
                        insert into meetings.dispatch (network, meeting, kind, sequence, recipients, sent_at, done_by)
                        values (platform.network(), :meeting, :kind, :sequence, :recipients, :now, :account)
                        """)
                .param("meeting", meeting.value())
                .param("kind", kind)
                .param("sequence", sequence)
                .param("recipients", recipients)
                .param("now", Timestamp.from(clock.instant()))
                .param(
                        "account",
                        Scope.current().account().map(AccountId::value).orElse(null),
                        Types.OTHER)
                .update();
    }

    /// Takes somebody off the list. Who was told of the meeting learns that they are not expected any more.
    ///
    /// @return whether a mail goes out
    public boolean uninvite(MeetingId meeting, InvitationId invitation) {
        lock(meeting);
        var row = rows(meeting).stream()
                .filter(it -> it.id().equals(invitation.value()))
                .findFirst()
                .orElseThrow(NotFound::new);
        var email = row.email();
        boolean tells = row.toldSequence() != null && email != null;
        if (row.toldSequence() != null && email != null) {
            var told = Told.now(db, meeting.value());
            post.tell(
                    meeting,
                    new InvitationPost.Recipient(row.id(), row.name(), email),
                    "uninvited",
                    new Told(told.title(), told.starts(), told.ends(), told.where(), "", "", "", List.of(), true),
                    List.of());
        }
        invitations.drop(meeting, invitation);
        return tells;
    }

    private Stand lock(MeetingId meeting) {
        return db.sql("select state, sequence, ends_at < :now as over from meetings.meeting where id = :id for update")
                .param("id", meeting.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(Stand.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private List<Row> rows(MeetingId meeting) {
        return db.sql("select id, name, email, told_sequence from meetings.invitation where meeting = ? order by id")
                .param(meeting.value())
                .query(Row.class)
                .list();
    }
}
