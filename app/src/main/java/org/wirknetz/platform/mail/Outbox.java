package org.wirknetz.platform.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// The mails in the database as the postman sees them. Each statement is a transaction of its own: a mail is
/// held before it is carried and noted as soon as the relay has it, so a crash leaves only those in doubt
/// that were on their way.
final class Outbox {

    /// Longer than the relay may take for one mail; after it another node carries on.
    private static final int HOLD_MINUTES = 5;

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    record Due(UUID id, String host) {}

    /// @param resting hosts that want no mail right now
    List<Due> due(int limit, Collection<String> resting) {
        return db.sql("""
                        select id, host from platform.mail
                         where state = 'WAITING' and next_at <= now() and (held_until is null or held_until <= now())
                           and not (host = any (:resting))
                           and not exists (select from platform.mail_hold h where h.host in (mail.host, '*'))
                         order by (mailing is not null), next_at limit :limit
                        """)
                .param("resting", resting.toArray(String[]::new))
                .param("limit", limit)
                .query(Due.class)
                .list();
    }

    /// Of two nodes at once one gets it; nobody gets what was paused, cancelled or sent meanwhile.
    ///
    /// @param sent the mail that the relay has just taken over the same connection, noted in the same breath;
    /// null for none
    Optional<Letter> hold(UUID id, @Nullable UUID sent) {
        return db.sql("""
                        with noted as (
                            update platform.mail
                               set state = 'SENT', body = '', html = null, calendar = null, calendar_method = null,
                                   filling = null, unsubscribe = null, reply_to = null, answer = '', held_until = null,
                                   handled_at = now()
                             where id = :sent::uuid)
                        update platform.mail
                           set attempts = attempts + 1, held_until = now() + :minutes * interval '1 minute'
                         where id = :id and state = 'WAITING' and next_at <= now()
                           and (held_until is null or held_until <= now())
                        returning id, network, mailing, recipient, host, subject, body, html, calendar, calendar_method,
                                  filling, unsubscribe, reply_to, attempts
                        """)
                .param("minutes", HOLD_MINUTES)
                .param("id", id)
                .param("sent", sent)
                .query((row, number) -> new Letter(
                        row.getObject("id", UUID.class),
                        row.getObject("network", UUID.class),
                        row.getObject("mailing", UUID.class),
                        row.getString("recipient"),
                        row.getString("host"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getString("html"),
                        row.getString("calendar"),
                        row.getString("calendar_method"),
                        row.getArray("filling") == null
                                ? null
                                : (String[]) row.getArray("filling").getArray(),
                        row.getString("unsubscribe"),
                        row.getString("reply_to"),
                        row.getInt("attempts")))
                .optional();
    }

    /// What it said is erased: it may hold a way to sign in.
    void close(UUID id, String state, String answer) {
        db.sql("""
                        update platform.mail
                           set state = ?, body = '', html = null, calendar = null, calendar_method = null, filling = null,
                               unsubscribe = null, reply_to = null, answer = ?, held_until = null, handled_at = now()
                         where id = ?
                        """).params(state, answer, id).update();
    }

    /// 15 s, 30 s, 1 min … at most 6 h.
    void later(Letter letter, String answer) {
        long pause = Math.min(6 * 3600, 15L << Math.min(letter.attempts() - 1, 11));
        db.sql("""
                        update platform.mail
                           set next_at = now() + ? * interval '1 second', answer = ?, held_until = null where id = ?
                        """).params(pause, answer, letter.id()).update();
    }

    Mailing mailing(UUID network, UUID id) {
        return Scope.of(new NetworkId(network))
                .call(() -> db.sql("""
                        select sender_name, reply_to, list_id, subject, body as text, html from platform.mailing where id = ?
                        """).param(id).query(Mailing.class).single());
    }

    /// The address is out of reach for good: it is remembered in the network the mail came from.
    void trouble(UUID network, String address, String answer) {
        Scope.of(new NetworkId(network))
                .run(() -> db.sql("""
                        insert into platform.mail_trouble (network, address, answer) values (platform.network(), lower(?), ?)
                        on conflict (network, address) do update
                           set answer = excluded.answer, last_at = now(), times = mail_trouble.times + 1
                        """).params(address, answer).update());
    }

    /// Mails of long ago: that they were sent has been counted, to whom is nobody's business any more.
    int tidy() {
        return db.sql("""
                        delete from platform.mail where state not in ('WAITING', 'PAUSED')
                           and coalesce(handled_at, created_at) < now() - interval '90 days'
                        """).update()
                + db.sql("delete from platform.mail_left where left_at < now() - interval '90 days'")
                        .update()
                + db.sql("delete from platform.mail_read where read_at < now() - interval '90 days'")
                        .update();
    }
}
