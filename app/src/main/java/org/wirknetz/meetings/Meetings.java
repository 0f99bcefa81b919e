package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Meetings of the network in scope: plan one, change it, cancel it, take it away. Nobody is told by any of these:
/// that is said when they are sent.
@Component
@Transactional
public class Meetings {

    private final JdbcClient db;

    Meetings(JdbcClient db) {
        this.db = db;
    }

    public MeetingId plan(MeetingEntry entry) {
        return plan(entry, null, null);
    }

    /// @param plannedAt when it is to be by the rhythm of its series
    MeetingId plan(MeetingEntry entry, @Nullable SeriesId series, @Nullable Instant plannedAt) {
        var id = MeetingId.fresh();
        plan(id, entry, series, plannedAt);
        return id;
    }

    /// Under an identity that follows from where it was read.
    void planAs(MeetingId id, MeetingEntry entry) {
        plan(id, entry, null, null);
    }

    private void plan(MeetingId id, MeetingEntry entry, @Nullable SeriesId series, @Nullable Instant plannedAt) {
        with(db.sql("""
                        insert into meetings.meeting (network, id, title, kind, circle, group_id, series, planned_at, starts_at, ends_at,
                               venue, location, online_link, host_organisation, purpose, capacity, reply_until)
                        values (platform.network(), :id, :title, :kind, :circle, :group, :series, :planned, :starts, :ends,
                               :venue, :place, :online, :host, :purpose, :capacity, :reply)
                        """), entry)
                .param("id", id.value())
                .param("series", series == null ? null : series.value(), Types.OTHER)
                .param("planned", plannedAt == null ? null : Timestamp.from(plannedAt), Types.TIMESTAMP)
                .update();
    }

    /// A meeting as it stands.
    public record Known(int version, MeetingEntry entry) {}

    private record Row(
            int version,
            String title,
            MeetingKind kind,
            Circle circle,
            @Nullable UUID groupId,
            Timestamp startsAt,
            Timestamp endsAt,
            @Nullable UUID venue,
            @Nullable String place,
            @Nullable String onlineLink,
            @Nullable UUID hostOrganisation,
            @Nullable String purpose,
            @Nullable Integer capacity,
            @Nullable LocalDate replyUntil) {}

    /// @throws NotFound also where it does not concern the visitor in scope
    @Transactional(readOnly = true)
    public Known read(MeetingId id) {
        var row = db.sql("""
                        select version, title, kind, circle, group_id, starts_at, ends_at, venue, location as place, online_link, host_organisation,
                               purpose, capacity, reply_until
                          from meetings.meeting where id = ?
                        """).param(id.value()).query(Row.class).optional().orElseThrow(NotFound::new);
        return new Known(
                row.version(),
                new MeetingEntry(
                        row.title(),
                        row.kind(),
                        row.circle(),
                        row.groupId(),
                        Slot.of(row.startsAt().toInstant(), row.endsAt().toInstant()),
                        row.venue(),
                        row.place(),
                        row.onlineLink(),
                        row.hostOrganisation(),
                        row.purpose(),
                        row.capacity(),
                        row.replyUntil()));
    }

    /// @param version the one that was shown
    /// @throws Refused when it was cancelled
    public void revise(MeetingId id, int version, MeetingEntry entry) {
        requireNotCancelled(id);
        int rows = with(db.sql("""
                        update meetings.meeting
                           set title = :title, kind = :kind, circle = :circle, group_id = :group, starts_at = :starts,
                               ends_at = :ends, venue = :venue, location = :place, online_link = :online,
                               host_organisation = :host, purpose = :purpose, capacity = :capacity, reply_until = :reply,
                               version = version + 1
                         where id = :id and version = :version
                        """), entry)
                .param("id", id.value())
                .param("version", version)
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("meeting " + id.value());
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, MeetingEntry entry) {
        return statement
                .param("title", entry.title())
                .param("kind", entry.kind().name())
                .param("circle", entry.circle().name())
                .param("group", entry.group(), Types.OTHER)
                .param("starts", Timestamp.from(entry.slot().from()))
                .param("ends", Timestamp.from(entry.slot().to()))
                .param("venue", entry.venue(), Types.OTHER)
                .param("place", entry.place())
                .param("online", entry.online())
                .param("host", entry.host(), Types.OTHER)
                .param("purpose", entry.purpose())
                .param("capacity", entry.capacity(), Types.INTEGER)
                .param("reply", entry.replyUntil(), Types.DATE);
    }

    /// It will not take place. Whoever was invited learns it when the change is sent.
    public void cancel(MeetingId id, @Nullable String reason) {
        requireNotCancelled(id);
        db.sql(
                        "update meetings.meeting set state = 'CANCELLED', reason = :reason, version = version + 1 where id = :id")
                .param("reason", Texts.clean(reason, 1000))
                .param("id", id.value())
                .update();
    }

    /// It was entered by mistake, and nobody was told of it.
    ///
    /// @throws Refused once somebody was invited: then it is cancelled instead
    public void remove(MeetingId id) {
        if (stand(id).told()) throw new Refused("meetings.told-already");
        db.sql("delete from meetings.meeting where id = ?").param(id.value()).update();
    }

    /// Meetings whose people know of them by other ways, such as the demo's: nobody is told again.
    public void takeAsTold() {
        var untold = db.sql("select id from meetings.meeting where told is null for update")
                .query(UUID.class)
                .list();
        Told.of(db, untold)
                .forEach((id, told) -> db.sql("""
                        update meetings.meeting
                           set state = case when state = 'DRAFT' then 'INVITED' else state end, told = ?::jsonb
                         where id = ?
                        """).params(told.json(), id).update());
    }

    private record Stand(String state, boolean told) {}

    private Stand stand(MeetingId id) {
        return db.sql("select state, told is not null as told from meetings.meeting where id = ? for update")
                .param(id.value())
                .query(Stand.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    private void requireNotCancelled(MeetingId id) {
        if (stand(id).state().equals("CANCELLED")) throw new Refused("meetings.cancelled-already");
    }
}
