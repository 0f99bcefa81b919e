package org.wirknetz.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.wirknetz.platform.WirknetzSettings;

/// Carries mails from the outbox to the relay, one at a time. Tries again with growing pauses when the relay
/// says "not
/// now" or does not answer, and gives up when it says "never" (5xx) or after three days.
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int LAST_ATTEMPT = 20;
    private static final Pattern NEVER = Pattern.compile("5\\d\\d[ -]");

    private final JdbcClient db;
    private final WirknetzSettings settings;
    private final @Nullable JavaMailSenderImpl relay;
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread round;

    Postman(JdbcClient db, WirknetzSettings settings) {
        this.db = db;
        this.settings = settings;
        this.relay = Relay.of(settings.smtp().url());
    }

    boolean hasRelay() {
        return relay != null;
    }

    void ring() {
        bell.release();
    }

    private record Letter(
            UUID id,
            String recipient,
            String subject,
            String body,
            @Nullable String html,
            @Nullable String calendar,
            @Nullable String calendarMethod,
            int attempts) {

        Parts parts() {
            return new Parts(body, html, calendar, calendarMethod);
        }
    }

    /// A letter taken is out of reach of the other nodes for five minutes: if this one dies, they carry it.
    List<UUID> deliver() {
        if (relay == null) return List.of();
        var taken = db.sql("""
                        update platform.mail set attempts = attempts + 1, next_at = now() + interval '5 minutes'
                         where id in (select id from platform.mail where state = 'WAITING' and next_at <= now()
                                       order by next_at limit 20 for update skip locked)
                        returning id, recipient, subject, body, html, calendar, calendar_method, attempts
                        """).query(Letter.class).list();
        taken.forEach(letter -> carry(letter, relay));
        return taken.stream().map(Letter::id).toList();
    }

    private void carry(Letter letter, JavaMailSenderImpl over) {
        try {
            var message = over.createMimeMessage();
            var parts = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.mail().from());
            parts.setTo(letter.recipient());
            parts.setSubject(letter.subject());
            letter.parts().into(message);
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            message.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
            over.send(message);
            close(letter, "SENT", "");
        } catch (MailException | MessagingException refused) {
            var answer = answer(refused);
            if (isFinal(refused) || letter.attempts() >= LAST_ATTEMPT) {
                LOG.warn("Mail {} cannot be delivered: {}", letter.id(), answer);
                close(letter, "GIVEN_UP", answer);
            } else {
                later(letter, answer);
            }
        }
    }

    private String domain() {
        var from = settings.mail().from();
        return from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    private void close(Letter letter, String state, String answer) {
        db.sql(
                        "update platform.mail set state = ?, body = '', html = null, calendar = null, calendar_method = null, answer = ?"
                                + " where id = ?")
                .params(state, answer, letter.id())
                .update();
    }

    /// 15 s, 30 s, 1 min … at most 6 h.
    private void later(Letter letter, String answer) {
        long pause = Math.min(6 * 3600, 15L << Math.min(letter.attempts() - 1, 11));
        db.sql("update platform.mail set next_at = now() + ? * interval '1 second', answer = ? where id = ?")
                .params(pause, answer, letter.id())
                .update();
    }

    /// The relay's own word: its answer begins with 5xx.
    private static boolean isFinal(Exception refused) {
        return causes(refused).stream()
                .map(Throwable::getMessage)
                .anyMatch(said -> said != null && NEVER.matcher(said).lookingAt());
    }

    private static List<Throwable> causes(Exception refused) {
        var found = new java.util.ArrayList<Throwable>();
        if (refused instanceof MailSendException several) found.addAll(List.of(several.getMessageExceptions()));
        found.add(refused);
        for (int i = 0; i < found.size() && found.size() < 20; i++) {
            var cause = found.get(i).getCause();
            if (cause != null) found.add(cause);
            if (found.get(i) instanceof SendFailedException sending && sending.getNextException() != null) {
                found.add(sending.getNextException());
            }
        }
        return found;
    }

    private static String answer(Exception refused) {
        var last = causes(refused).getLast();
        var text = (last.getClass().getSimpleName() + ": " + last.getMessage()).replaceAll("\\s+", " ");
        return text.length() > 500 ? text.substring(0, 500) : text;
    }

    @Override
    public void start() {
        running = true;
        if (relay == null) return;
        round = Thread.ofVirtual().name("postman").start(this::walk);
    }

    private void walk() {
        while (running) {
            try {
                if (deliver().isEmpty()) {
                    bell.tryAcquire(10, TimeUnit.SECONDS);
                    bell.drainPermits();
                }
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("The outbox cannot be read: {}", away.getMessage());
                pause();
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(5_000);
        } catch (InterruptedException stopping) {
            running = false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (round != null) round.interrupt();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
