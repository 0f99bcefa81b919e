package org.wirknetz.meetings;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;

/// Who is at a meeting (German: *Anwesenheit*): one line for each person, with the organisation they are
/// there for.
@Component
@Transactional
public class Attendance {

    private static final Duration AHEAD = Duration.ofDays(1);

    private final JdbcClient db;
    private final Clock clock;

    Attendance(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param name used where there is no card of the person
    public record Who(@Nullable UUID organisation, @Nullable UUID person, String name, boolean guest) {

        /// @throws Refused without a name, or with one longer than names are
        public Who {
            name = name.replaceAll("\\s+", " ").strip();
            if (name.isEmpty() && person == null) throw new Refused("meetings.day.name-missing");
            if (name.length() > 200) throw new Refused("meetings.too-long", 200);
        }
    }

    /// Enters somebody, or changes what is entered of them: whoever is expected has no line before.
    ///
    /// @throws NotFound when person or organisation are not known here
    /// @throws Refused also for a draft that begins more than a day from now
    public UUID mark(MeetingId meeting, Who who, Presence presence) {
        requireRunning(meeting);
        takesPlace(meeting);
        var known = db.sql("""
                        select a.id from meetings.attendance a
                         where a.meeting = :meeting
                           and (a.person = cast(:person as uuid)
                                or (cast(:person as uuid) is null and a.person is null and platform.fold(a.name) = platform.fold(:name)
                                    and a.organisation is not distinct from cast(:organisation as uuid)))
                         for update
                        """)
                .param("meeting", meeting.value())
                .param("person", who.person())
                .param("name", who.name())
                .param("organisation", who.organisation())
                .query(UUID.class)
                .optional();
        if (known.isPresent()) {
            change(known.get(), presence, null, null);
            return known.get();
        }
        return enter(meeting, who, presence);
    }

    /// A draft at which people are counted is none any more, whether or not anybody was written to.
    private void takesPlace(MeetingId meeting) {
        boolean draft = db.sql("select state = 'DRAFT' from meetings.meeting where id = ?")
                .param(meeting.value())
                .query(Boolean.class)
                .single();
        if (!draft) return;
        // a line entered by mistake weeks ahead must not turn a plan into an invitation
        boolean soon = db.sql("select starts_at <= ? from meetings.meeting where id = ?")
                .params(Timestamp.from(clock.instant().plus(AHEAD)), meeting.value())
                .query(Boolean.class)
                .single();
        if (!soon) throw new Refused("meetings.day.too-early");
        var told = Objects.requireNonNull(Told.of(db, List.of(meeting.value())).get(meeting.value()));
        db.sql("update meetings.meeting set state = 'INVITED', told = ?::jsonb where id = ?")
                .params(told.json(), meeting.value())
                .update();
    }

    /// Whoever is left when everybody is counted: those who said so are excused, the others absent.
    public void rest(MeetingId meeting, Collection<Who> excused, Collection<Who> absent) {
        excused.forEach(it -> mark(meeting, it, Presence.EXCUSED));
        absent.forEach(it -> mark(meeting, it, Presence.ABSENT));
    }

    private UUID enter(MeetingId meeting, Who who, Presence presence) {
        try {
            return db.sql("""
                            insert into meetings.attendance (network, meeting, organisation, person, name, guest, presence)
                            values (platform.network(), :meeting, cast(:organisation as uuid), cast(:person as uuid),
                                    coalesce(nullif(:name, ''), (select p.name from directory.person_card p
                                                                  where p.network = platform.network() and p.id = cast(:person as uuid))),
                                    :guest, :presence)
                            returning id
                            """)
                    .param("meeting", meeting.value())
                    .param("organisation", who.organisation())
                    .param("person", who.person())
                    .param("name", who.name())
                    .param("guest", who.guest())
                    .param("presence", presence.name())
                    .query(UUID.class)
                    .single();
        } catch (org.springframework.dao.DuplicateKeyException twice) {
            throw new OptimisticLockingFailureException("attendance of " + meeting.value());
        } catch (DataIntegrityViolationException unknown) {
            throw new NotFound();
        }
    }

    /// When somebody came, and when they went.
    ///
    /// @param arrivedAt null: from the beginning
    /// @param leftAt null: to the end
    /// @throws Refused when they went before they came
    public void time(MeetingId meeting, UUID line, @Nullable Instant arrivedAt, @Nullable Instant leftAt) {
        requireRunning(meeting);
        require(meeting, line);
        if (arrivedAt != null && leftAt != null && !arrivedAt.isBefore(leftAt))
            throw new Refused("meetings.day.left-before-arriving");
        change(line, Presence.PRESENT, arrivedAt, leftAt);
    }

    /// One line as it stands.
    public record Line(
            MeetingId meeting,
            Presence presence,
            @Nullable Instant arrivedAt,
            @Nullable Instant leftAt) {}

    /// @throws NotFound also where the meeting does not concern the visitor in scope
    @Transactional(readOnly = true)
    public Line read(UUID line) {
        return db.sql("select meeting, presence, arrived_at, left_at from meetings.attendance where id = ?")
                .param(line)
                .query((row, n) -> new Line(
                        new MeetingId(row.getObject("meeting", UUID.class)),
                        Presence.valueOf(row.getString("presence")),
                        instant(row.getTimestamp("arrived_at")),
                        instant(row.getTimestamp("left_at"))))
                .optional()
                .orElseThrow(NotFound::new);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    /// All of a line at once.
    ///
    /// @throws Refused when they went before they came, or have times without having been there
    public void say(UUID line, Presence presence, @Nullable Instant arrivedAt, @Nullable Instant leftAt) {
        var meeting = read(line).meeting();
        if (presence == Presence.PRESENT) {
            time(meeting, line, arrivedAt, leftAt);
            return;
        }
        requireRunning(meeting);
        if (arrivedAt != null || leftAt != null) throw new Refused("meetings.day.times-without-presence");
        change(line, presence, null, null);
    }

    private void change(UUID line, Presence presence, @Nullable Instant arrivedAt, @Nullable Instant leftAt) {
        int rows = db.sql("""
                        update meetings.attendance
                           set presence = :presence, arrived_at = cast(:arrived as timestamptz), left_at = cast(:left as timestamptz),
                               version = version + 1
                         where id = :id
                        """)
                .param("id", line)
                .param("presence", presence.name())
                .param("arrived", arrivedAt == null ? null : Timestamp.from(arrivedAt))
                .param("left", leftAt == null ? null : Timestamp.from(leftAt))
                .update();
        if (rows == 0) throw new NotFound();
    }

    /// Entered by mistake.
    public void remove(MeetingId meeting, UUID line) {
        requireRunning(meeting);
        require(meeting, line);
        db.sql("delete from meetings.attendance where id = ?").param(line).update();
    }

    /// Lets another organisation vote for one that is not there.
    ///
    /// @throws Refused when one of them has no vote here
    public void lend(MeetingId meeting, UUID giver, UUID holder) {
        requireRunning(meeting);
        if (giver.equals(holder)) throw new Refused("meetings.day.proxy.same");
        long voting = db.sql("select count(*) from meetings.voting(?) v where v in (?, ?)")
                .params(meeting.value(), giver, holder)
                .query(Long.class)
                .single();
        if (voting < 2) throw new Refused("meetings.day.proxy.no-vote");
        db.sql("delete from meetings.proxy where meeting = ? and giver = ?")
                .params(meeting.value(), giver)
                .update();
        db.sql("insert into meetings.proxy (network, meeting, giver, holder) values (platform.network(), ?, ?, ?)")
                .params(meeting.value(), giver, holder)
                .update();
    }

    public void takeBack(MeetingId meeting, UUID proxy) {
        requireRunning(meeting);
        int rows = db.sql("delete from meetings.proxy where meeting = ? and id = ?")
                .params(meeting.value(), proxy)
                .update();
        if (rows == 0) throw new NotFound();
    }

    private void require(MeetingId meeting, UUID line) {
        if (!db.sql("select exists (select from meetings.attendance where meeting = ? and id = ?)")
                .params(meeting.value(), line)
                .query(Boolean.class)
                .single()) throw new NotFound();
    }

    /// Cancelled meetings have no day, and what is approved stays.
    private void requireRunning(MeetingId meeting) {
        var state = db.sql("select state from meetings.meeting where id = ? for update")
                .param(meeting.value())
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
        if (state.equals("CANCELLED")) throw new Refused("meetings.cancelled-already");
        if (db.sql("select exists (select from meetings.minutes where meeting = ? and state = 'APPROVED')")
                .param(meeting.value())
                .query(Boolean.class)
                .single()) throw new Refused("meetings.day.approved");
    }
}
