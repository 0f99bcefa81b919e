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

/// Series of meetings: planned with all their dates at once. Each date is a meeting of its own from then on, that moves
/// or
/// is cancelled alone.
@Component
@Transactional
public class SeriesPlans {

    private final JdbcClient db;
    private final Meetings meetings;
    private final Clock clock;

    SeriesPlans(JdbcClient db, Meetings meetings, Clock clock) {
        this.db = db;
        this.meetings = meetings;
        this.clock = clock;
    }

    /// Every date but holidays becomes a draft; hosts and topics take turns.
    ///
    /// @throws Refused when it has no dates or too many, or one falls into the hour that is skipped in spring
    public SeriesId plan(SeriesEntry entry) {
        var id = SeriesId.fresh();
        var rhythm = entry.rhythm();
        db.sql("""
                        insert into meetings.series (network, id, title, kind, circle, group_id, rhythm, every, nth, first_on, last_on,
                               begins_at, minutes, land, venue, online_link, capacity)
                        values (platform.network(), :id, :title, :kind, :circle, :group, :rhythm, :every, :nth, :first, :last,
                               :begins, :minutes, :land, :venue, :online, :capacity)
                        """)
                .param("id", id.value())
                .param("title", entry.title())
                .param("kind", entry.kind().name())
                .param("circle", entry.circle().name())
                .param("group", entry.group(), Types.OTHER)
                .param("rhythm", rhythm.kind().name())
                .param("every", rhythm.every())
                .param("nth", rhythm.nth(), Types.INTEGER)
                .param("first", entry.first())
                .param("last", entry.last())
                .param("begins", entry.begins())
                .param("minutes", entry.minutes())
                .param("land", entry.land() == null ? null : entry.land().name())
                .param("venue", entry.venue(), Types.OTHER)
                .param("online", entry.online())
                .param("capacity", entry.capacity(), Types.INTEGER)
                .update();
        for (int n = 0; n < entry.hosts().size(); n++)
            db.sql(
                            "insert into meetings.series_host (network, series, position, organisation) values (platform.network(), ?, ?, ?)")
                    .params(id.value(), n, entry.hosts().get(n))
                    .update();
        for (int n = 0; n < entry.topics().size(); n++)
            db.sql(
                            "insert into meetings.series_topic (network, series, position, title) values (platform.network(), ?, ?, ?)")
                    .params(id.value(), n, entry.topics().get(n))
                    .update();
        var kept = entry.dates().stream().filter(it -> it.holiday() == null).toList();
        if (kept.isEmpty()) throw new Refused("meetings.series.no-days");
        for (int n = 0; n < kept.size(); n++) {
            var meeting = entry.meeting(kept.get(n).day(), n);
            meetings.plan(meeting, id, meeting.slot().from());
        }
        return id;
    }

    /// None of its dates ahead will take place. Whoever knows of them learns it when that is sent, see
    /// [SeriesDispatches#sendCancellation].
    ///
    /// @return how many dates that are
    /// @throws Refused when it was cancelled, or none of its dates lies ahead
    public int cancel(SeriesId id, @Nullable String reason) {
        var now = Timestamp.from(clock.instant());
        var why = Texts.clean(reason, 1000);
        int rows = db.sql("""
                        update meetings.series set cancelled_at = :now, reason = :reason, version = version + 1
                         where id = :id and cancelled_at is null
                        """)
                .param("now", now)
                .param("reason", why)
                .param("id", id.value())
                .update();
        if (rows == 0) {
            group(id);
            throw new Refused("meetings.series.cancelled-already");
        }
        int dates = db.sql("""
                        update meetings.meeting set state = 'CANCELLED', reason = :reason, version = version + 1
                         where series = :id and state <> 'CANCELLED' and starts_at > :now
                        """)
                .param("now", now)
                .param("reason", why)
                .param("id", id.value())
                .update();
        if (dates == 0) throw new Refused("meetings.series.nothing-ahead");
        return dates;
    }

    /// Nobody was told of any of its dates: all of it goes.
    ///
    /// @throws Refused once somebody was: then it is cancelled
    public void remove(SeriesId id) {
        List<Boolean> told = db.sql("select told is not null from meetings.meeting where series = ? for update")
                .param(id.value())
                .query(Boolean.class)
                .list();
        if (told.contains(true)) throw new Refused("meetings.series.told-already");
        db.sql("delete from meetings.meeting where series = ?")
                .param(id.value())
                .update();
        int rows = db.sql("delete from meetings.series where id = ?")
                .param(id.value())
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// The group that meets; for asking who may.
    @Transactional(readOnly = true)
    public java.util.Optional<UUID> group(SeriesId id) {
        return db.sql("select group_id from meetings.series where id = ?")
                .param(id.value())
                .query((row, n) -> java.util.Optional.ofNullable(row.getObject("group_id", UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
    }
}
