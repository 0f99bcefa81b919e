package org.wirknetz.meetings;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Secret;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.CalendarEntries;
import org.wirknetz.platform.CalendarText;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Secret addresses that calendar programs read again and again. Each shows what its account may see at that moment and
/// no
/// more: who leaves a group, or the network, leaves its calendar too.
@Component
@Transactional
public class Feeds implements CalendarEntries {

    private static final Duration BACK = Duration.ofDays(92);
    private static final Duration AHEAD = Duration.ofDays(731);
    private static final int MOST = 1_000;

    private final JdbcClient db;
    private final Doors doors;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient db, Doors doors, Clock clock) {
        this.db = db;
        this.doors = doors;
        this.clock = clock;
    }

    /// @param group null for all that concerns the account
    public record Owner(
            NetworkId network, AccountId account, @Nullable UUID group) {}

    /// A fresh address for the account in scope; the one before means nothing any more.
    ///
    /// @return the whole address; it is not kept and cannot be asked for again
    public String issue(@Nullable UUID group) {
        var secret = Secret.random(random);
        db.sql("""
                        insert into meetings.feed (network, account, group_id, secret, created_at)
                        values (platform.network(), :account, :group, :secret, :now)
                        on conflict (network, account, group_id) do update set secret = excluded.secret, created_at = excluded.created_at
                        """)
                .param("account", Scope.current().requireAccount().value())
                .param("group", group, Types.OTHER)
                .param("secret", secret.hash())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return doors.address("/calendar/" + secret.text() + ".ics");
    }

    public void revoke(@Nullable UUID group) {
        db.sql("delete from meetings.feed where account = :account and group_id is not distinct from :group")
                .param("account", Scope.current().requireAccount().value())
                .param("group", group, Types.OTHER)
                .update();
    }

    private record Row(UUID network, UUID account, @Nullable UUID groupId) {}

    @Transactional(readOnly = true)
    public Optional<Owner> owner(String secret) {
        return db.sql("select network, account, group_id from meetings.feed_owner(?)")
                .param(new Secret(secret).hash())
                .query(Row.class)
                .optional()
                .map(it -> new Owner(new NetworkId(it.network()), new AccountId(it.account()), it.groupId()));
    }

    private record Meeting(UUID id, int sequence) {}

    /// What the account in scope sees, from three months back to two years ahead.
    ///
    /// @param group null for all of it
    @Transactional(readOnly = true)
    public String calendar(String name, @Nullable UUID group) {
        var calendar = new MeetingCalendar("PUBLISH", name, clock.instant());
        add(calendar, group);
        return calendar.text();
    }

    @Override
    public void write(CalendarText lines, Instant now) {
        add(new MeetingCalendar(lines, now), null);
    }

    /// One meeting, for the calendar of whoever sees it.
    @Transactional(readOnly = true)
    public String one(UUID meeting) {
        int sequence = db.sql("select sequence from meetings.meeting where id = ?")
                .param(meeting)
                .query(Integer.class)
                .single();
        return new MeetingCalendar("PUBLISH", null, clock.instant())
                .add(MeetingCalendar.Event.single(meeting, null, sequence, Told.now(db, meeting)))
                .text();
    }

    private void add(MeetingCalendar calendar, @Nullable UUID group) {
        var now = clock.instant();
        var meetings = db.sql("""
                        select id, sequence from meetings.meeting
                         where state <> 'DRAFT' and starts_at between :from and :to
                           and (cast(:group as uuid) is null or group_id = :group)
                         order by starts_at, id limit :most
                        """)
                .param("from", Timestamp.from(now.minus(BACK)))
                .param("to", Timestamp.from(now.plus(AHEAD)))
                .param("group", group, Types.OTHER)
                .param("most", MOST)
                .query(Meeting.class)
                .list();
        var told = Told.of(db, meetings.stream().map(Meeting::id).toList());
        for (var meeting : meetings) {
            var as = told.get(meeting.id());
            if (as != null) calendar.add(MeetingCalendar.Event.single(meeting.id(), null, meeting.sequence(), as));
        }
    }
}
