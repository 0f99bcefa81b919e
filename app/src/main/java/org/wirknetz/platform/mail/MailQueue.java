package org.wirknetz.platform.mail;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The outbox as whoever operates the server sees it: how much waits for which host and why, what failed, and how to
/// hold and
/// hurry it. Whom mails go to and what they say stays out of sight: that belongs to the networks.
@Component
@Transactional
public class MailQueue {

    /// All hosts at once.
    public static final String ALL = "*";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>()@,;:\"]+@");
    private static final Pattern HOST = Pattern.compile("\\*|[^\\s@<>\"/]{1,255}");
    private static final int SHOWN = 200;

    private final JdbcClient db;
    private final Mails mails;

    MailQueue(JdbcClient db, Mails mails) {
        this.db = db;
        this.mails = mails;
    }

    /// @param carried at this moment by one of the nodes
    /// @param paused by whoever sends them, in their network
    /// @param sent in the last 24 hours
    /// @param failed given up or come back in the last seven days
    /// @param oldest since when the one that waits longest waits
    /// @param held whether all are held by the operator
    public record State(
            long waiting,
            long carried,
            long paused,
            long sent,
            long failed,
            @Nullable Instant oldest,
            boolean held) {}

    public State state() {
        return db.sql("""
                        select count(*) filter (where state = 'WAITING' and (held_until is null or held_until <= now())) as waiting,
                               count(*) filter (where state = 'WAITING' and held_until > now()) as carried,
                               count(*) filter (where state = 'PAUSED') as paused,
                               count(*) filter (where state = 'SENT' and handled_at > now() - interval '24 hours') as sent,
                               count(*) filter (where state in ('GIVEN_UP', 'RETURNED') and handled_at > now() - interval '7 days') as failed,
                               min(created_at) filter (where state = 'WAITING') as oldest,
                               exists (select from platform.mail_hold where host = '*') as held
                          from platform.mail
                        """)
                .query((row, n) -> {
                    var oldest = row.getTimestamp("oldest");
                    return new State(
                            row.getLong("waiting"),
                            row.getLong("carried"),
                            row.getLong("paused"),
                            row.getLong("sent"),
                            row.getLong("failed"),
                            oldest == null ? null : oldest.toInstant(),
                            row.getBoolean("held"));
                })
                .single();
    }

    /// What waits for one host.
    ///
    /// @param tried how many of them were tried before
    /// @param next when the next one is tried; null while the host is held
    /// @param said what its relay said last, without addresses; empty where nothing was tried
    public record Host(
            String host, long waiting, long tried, @Nullable Instant next, String said, boolean held) {}

    public List<Host> hosts() {
        return db.sql("""
                        select coalesce(m.host, h.host) as host, count(m.id) as waiting, count(m.id) filter (where m.attempts > 0) as tried,
                               case when h.host is null then min(m.next_at) end as next,
                               coalesce((array_agg(m.answer order by m.attempts desc, m.id) filter (where m.answer <> ''))[1], '') as said,
                               h.host is not null as held
                          from (select id, host, attempts, next_at, answer from platform.mail where state = 'WAITING') m
                          full join (select host from platform.mail_hold where host <> '*') h on h.host = m.host
                         group by coalesce(m.host, h.host), h.host
                         order by 3 desc, 2 desc, 1
                         limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, n) -> {
                    var next = row.getTimestamp("next");
                    return new Host(
                            row.getString("host"),
                            row.getLong("waiting"),
                            row.getLong("tried"),
                            next == null ? null : next.toInstant(),
                            discreet(row.getString("said")),
                            row.getBoolean("held"));
                })
                .list();
    }

    /// Why mails of the last 30 days did not arrive.
    public record Failure(String host, String said, long times, Instant last) {}

    public List<Failure> failures() {
        return db.sql("""
                        select host, answer as said, count(*) as times, max(handled_at) as last
                          from platform.mail
                         where state in ('GIVEN_UP', 'RETURNED') and handled_at > now() - interval '30 days'
                         group by host, answer order by max(handled_at) desc, host limit :shown
                        """)
                .param("shown", SHOWN)
                .query((row, n) -> new Failure(
                        row.getString("host"),
                        discreet(row.getString("said")),
                        row.getLong("times"),
                        row.getTimestamp("last").toInstant()))
                .list();
    }

    /// Mails of the last 30 days that lie in the mailbox for people to read.
    public record Left(String why, long mails) {}

    public List<Left> left() {
        return db.sql("""
                        select why, count(*) as mails from platform.mail_left where left_at > now() - interval '30 days'
                         group by why order by why
                        """).query(Left.class).list();
    }

    /// @param host such as `example.org`, or [#ALL]
    public void hold(String host) {
        db.sql("insert into platform.mail_hold (host) values (?) on conflict do nothing")
                .param(known(host))
                .update();
    }

    public void release(String host) {
        db.sql("delete from platform.mail_hold where host = ?")
                .param(known(host))
                .update();
        mails.ringAfterwards();
    }

    /// Tries now what would be tried later.
    ///
    /// @return how many mails that are
    public int hurry(String host) {
        int hurried = db.sql("""
                        update platform.mail set next_at = now()
                         where state = 'WAITING' and next_at > now() and (:host = '*' or host = :host)
                        """).param("host", known(host)).update();
        mails.ringAfterwards();
        return hurried;
    }

    private static String known(String host) {
        if (!HOST.matcher(host).matches()) throw new org.wirknetz.platform.Refused("platform.mail.no-host");
        return host;
    }

    /// Relays repeat the address in their answers.
    private static String discreet(String said) {
        return ADDRESS.matcher(Answer.plain(said)).replaceAll("…@");
    }
}
