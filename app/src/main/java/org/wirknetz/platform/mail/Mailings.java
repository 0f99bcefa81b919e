package org.wirknetz.platform.mail;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// One content for many, of the network in scope: begin it, address it, watch it go out, pause it, cancel it.
@Component
@Transactional
public class Mailings {

    private static final int A_TIME = 500;

    private final JdbcClient db;
    private final JdbcTemplate rows;
    private final Mails mails;

    Mailings(JdbcClient db, JdbcTemplate rows, Mails mails) {
        this.db = db;
        this.rows = rows;
        this.mails = mails;
    }

    /// One of the many.
    ///
    /// @param id of the mail, drawn by whoever wants to find it again
    /// @param filling mark, word, mark, word …
    /// @param unsubscribe where one click ends the subscription; null where there is none to end
    public record Addressed(
            UUID id,
            String to,
            List<String> filling,
            @Nullable String unsubscribe) {
        public Addressed {
            filling = List.copyOf(filling);
            if (filling.size() % 2 != 0) throw new IllegalArgumentException("A mark without its word.");
        }
    }

    /// @param waiting with those that have to be tried again
    /// @param failed refused for good, or come back
    public record Progress(long waiting, long paused, long sent, long failed, long cancelled) {
        public long all() {
            return waiting + paused + sent + failed + cancelled;
        }

        public long done() {
            return sent + failed + cancelled;
        }

        public boolean isPaused() {
            return paused > 0;
        }

        public boolean isOver() {
            return waiting + paused == 0;
        }
    }

    /// Subject and name of the sender become one line each.
    ///
    /// @throws IllegalArgumentException when the address for answers could smuggle a header
    public UUID begin(Mailing mailing) {
        if (mailing.replyTo() != null) address(mailing.replyTo());
        var id = UUID.randomUUID();
        db.sql("""
                        insert into platform.mailing (network, id, sender_name, reply_to, list_id, subject, body, html)
                        values (platform.network(), :id, :sender, :reply, :list, :subject, :text, :html)
                        """)
                .param("id", id)
                .param("sender", Mails.oneLine(mailing.senderName()))
                .param("reply", mailing.replyTo())
                .param("list", mailing.listId())
                .param("subject", Mails.oneLine(mailing.subject()))
                .param("text", mailing.text())
                .param("html", mailing.html())
                .update();
        return id;
    }

    /// They go out as soon as the transaction is committed.
    public void address(UUID mailing, Collection<Addressed> to) {
        var network = Scope.current().requireNetwork().value();
        to.forEach(it -> address(it.to()));
        rows.batchUpdate("""
                insert into platform.mail (id, network, mailing, recipient, subject, body, filling, unsubscribe)
                values (?, ?, ?, ?, '', '', ?, ?)
                """, to, A_TIME, (statement, one) -> {
            statement.setObject(1, one.id());
            statement.setObject(2, network);
            statement.setObject(3, mailing);
            statement.setString(4, one.to());
            statement.setArray(
                    5,
                    statement
                            .getConnection()
                            .createArrayOf("text", one.filling().toArray()));
            statement.setString(6, one.unsubscribe());
        });
        mails.ringAfterwards();
    }

    private static void address(String to) {
        if (!Mails.takes(to)) throw new IllegalArgumentException("Not a plain mail address.");
    }

    @Transactional(readOnly = true)
    public Progress progress(UUID mailing) {
        return db.sql("""
                        select count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'PAUSED') as paused,
                               count(*) filter (where state = 'SENT') as sent,
                               count(*) filter (where state in ('GIVEN_UP', 'RETURNED')) as failed,
                               count(*) filter (where state = 'CANCELLED') as cancelled
                          from platform.mail where mailing = ? and network = platform.network()
                        """).param(mailing).query(Progress.class).single();
    }

    /// Those being carried at this moment still arrive.
    public int pause(UUID mailing) {
        return move(mailing, "WAITING", "PAUSED");
    }

    public int resume(UUID mailing) {
        int moved = move(mailing, "PAUSED", "WAITING");
        mails.ringAfterwards();
        return moved;
    }

    /// What has not gone out yet never does. What went out cannot be called back.
    public int cancel(UUID mailing) {
        return move(mailing, "WAITING", "CANCELLED") + move(mailing, "PAUSED", "CANCELLED");
    }

    /// Their recipient does not want them any more: what has not gone out never does, and where the others
    /// went is forgotten, in the mails and among the addresses that could not be reached.
    public void forget(Collection<UUID> gone) {
        var ids = gone.toArray(UUID[]::new);
        db.sql("""
                        delete from platform.mail_trouble
                         where address in (select lower(recipient) from platform.mail
                                            where id = any (?) and network = platform.network())
                        """).param(ids).update();
        db.sql("""
                        update platform.mail
                           set state = case when state in ('WAITING', 'PAUSED') then 'CANCELLED' else state end,
                               recipient = 'forgotten@invalid', answer = '', filling = null, unsubscribe = null,
                               handled_at = coalesce(handled_at, now())
                         where id = any (?) and network = platform.network()
                        """).param(ids).update();
    }

    /// At once, instead of at the end of the pauses that grew.
    public int retry(UUID mailing) {
        int moved = db.sql("""
                        update platform.mail set next_at = now()
                         where mailing = ? and network = platform.network() and state = 'WAITING' and attempts > 0
                           and (held_until is null or held_until <= now())
                        """).param(mailing).update();
        mails.ringAfterwards();
        return moved;
    }

    private int move(UUID mailing, String from, String to) {
        return db.sql("""
                        update platform.mail
                           set state = :to, handled_at = case when :to = 'CANCELLED' then now() end,
                               filling = case when :to <> 'CANCELLED' then filling end
                         where mailing = :mailing and network = platform.network() and state = :from
                        """)
                .param("to", to)
                .param("from", from)
                .param("mailing", mailing)
                .update();
    }

    /// The address has been put right: it gets mail again.
    ///
    /// @throws Refused `platform.changed-meanwhile` when nothing is known against it any more
    public void forgive(UUID trouble) {
        if (db.sql("delete from platform.mail_trouble where id = ?")
                        .param(trouble)
                        .update()
                == 0) throw new Refused("platform.changed-meanwhile");
    }

    /// What one mailing did not reach, with the relay's words.
    public record Failure(String recipient, String state, String answer) {}

    @Transactional(readOnly = true)
    public List<Failure> failures(UUID mailing, int limit) {
        return db.sql("""
                        select recipient, state, answer from platform.mail
                         where mailing = ? and network = platform.network()
                           and (state in ('GIVEN_UP', 'RETURNED') or state = 'WAITING' and answer <> '')
                         order by state, recipient limit ?
                        """).params(mailing, limit).query(Failure.class).list();
    }

    /// What it says, as it was written.
    @Transactional(readOnly = true)
    public Optional<Mailing> content(UUID mailing) {
        return db.sql("""
                        select sender_name, reply_to, list_id, subject, body as text, html from platform.mailing where id = ?
                        """).param(mailing).query(Mailing.class).optional();
    }
}
