package org.wirknetz.platform.mail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.wirknetz.platform.Trouble;

/// Carries mails from the outbox to the relay, over several connections at once. Tries again with growing
/// pauses when the relay says "not now" or does not answer, and gives up when it says "never" (5xx) or after
/// three days.
///
/// Any number of nodes may do so together. When one dies, the mails it was just carrying, one a connection,
/// go out again with the same `Message-ID`; all others exactly once.
@Component
class Postman implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final int LAST_ATTEMPT = 20;
    private static final int ROUND = 200;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Outbox outbox;
    private final Stationery stationery;
    private final Pace pace;
    private final @Nullable JavaMailSenderImpl relay;
    private final List<Carrier> carriers = new ArrayList<>();
    private final Semaphore bell = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread round;
    private int failedRounds;
    private long tidiedAt = System.nanoTime();

    Postman(JdbcClient db, MailSettings settings) {
        this.outbox = new Outbox(db);
        this.stationery = new Stationery(settings, outbox);
        this.pace = new Pace(settings.mail().perHost(), settings.mail().perMinute());
        this.relay = Relay.of(settings.smtp().url());
        if (relay == null) return;
        for (int n = 0; n < Math.clamp(settings.mail().parallel(), 1, 32); n++) carriers.add(new Carrier(relay));
    }

    boolean hasRelay() {
        return relay != null;
    }

    void ring() {
        bell.release();
    }

    /// One round: what is due, over all connections, no longer than a few seconds, so that somebody's way to
    /// sign in does not wait behind a slow newsletter.
    ///
    /// @return the mails that were tried
    List<UUID> deliver() {
        if (relay == null) return List.of();
        var due = new ConcurrentLinkedQueue<>(outbox.due(ROUND, pace.resting(System.nanoTime())));
        var tried = new ConcurrentLinkedQueue<UUID>();
        var away = new AtomicBoolean();
        long end = System.nanoTime() + LONGEST_ROUND.toNanos();
        int hands = Math.min(carriers.size(), due.size());
        var done = new CountDownLatch(hands);
        var broken = new ConcurrentLinkedQueue<RuntimeException>();
        for (int n = 0; n < hands; n++) {
            var carrier = carriers.get(n);
            Thread.ofVirtual().name("mail-carrier-" + n).start(() -> {
                try {
                    walk(carrier, due, tried, away, end);
                } catch (RuntimeException failed) {
                    broken.add(failed);
                } finally {
                    done.countDown();
                }
            });
        }
        waitFor(done);
        failedRounds = away.get() ? failedRounds + 1 : 0;
        if (!broken.isEmpty()) throw broken.element();
        return List.copyOf(tried);
    }

    private static void waitFor(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void walk(Carrier carrier, Queue<Outbox.Due> due, Queue<UUID> tried, AtomicBoolean away, long end) {
        UUID sent = null;
        while (!away.get() && System.nanoTime() - end < 0) {
            var next = due.poll();
            if (next == null) break;
            if (!pace.take(next.host(), System.nanoTime())) continue;
            var held = outbox.hold(next.id(), sent);
            sent = null;
            if (held.isEmpty()) continue;
            tried.add(next.id());
            if (settled(held.get(), carried(carrier, held.get()), away)) sent = next.id();
        }
        if (sent != null) outbox.close(sent, "SENT", "");
    }

    /// A letter of which no message can be made, for whatever reason, is tried again like any other and given
    /// up in the end: it must not hold up the rest, and must not be tried for ever.
    private Answer carried(Carrier carrier, Letter letter) {
        try {
            return carrier.carry(letter, stationery);
        } catch (CannotGetJdbcConnectionException | TransactionException away) {
            throw away;
        } catch (RuntimeException | StackOverflowError odd) {
            LOG.warn("event=mail.odd mail={} fault=\"{}\"", letter.id(), Trouble.told(odd));
            return new Answer.NotNow(Trouble.told(odd), false, false);
        }
    }

    /// @return whether the relay has it, which is still to be noted: with the next mail, or at once where
    /// there is none
    private boolean settled(Letter letter, Answer answer, AtomicBoolean away) {
        switch (answer) {
            case Answer.Taken() -> {
                pace.wentWell(letter.host());
                return true;
            }
            case Answer.Never(var said) -> giveUp(letter, said);
            case Answer.NotNow(var said, boolean gone, boolean slower) -> {
                if (gone) away.set(true);
                if (slower) pace.tooMuch(letter.host(), System.nanoTime());
                if (letter.attempts() >= LAST_ATTEMPT) giveUp(letter, said);
                else outbox.later(letter, said);
            }
        }
        return false;
    }

    private void giveUp(Letter letter, String said) {
        LOG.warn("Mail {} cannot be delivered: {}", letter.id(), said);
        if (letter.network() != null) outbox.trouble(letter.network(), letter.recipient(), Answer.plain(said));
        outbox.close(letter.id(), "GIVEN_UP", said);
    }

    @Override
    public void start() {
        running = true;
        if (relay == null) return;
        round = Thread.ofVirtual().name("postman").start(this::goRound);
    }

    private void goRound() {
        while (running) {
            try {
                if (deliver().isEmpty()) {
                    rest(pace.pause(System.nanoTime(), Duration.ofSeconds(10)));
                } else if (failedRounds > 0) {
                    rest(Duration.ofSeconds(Math.min(LONGEST_WAIT.toSeconds(), 1L << Math.min(failedRounds, 6))));
                }
            } catch (RuntimeException away) {
                LOG.warn("event=outbox.not-read fault=\"{}\"", Trouble.told(away));
                if (!sleep(Duration.ofSeconds(5))) return;
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /// Nothing to carry: connections end, long ago is forgotten, and the bell is listened for.
    private void rest(Duration longest) throws InterruptedException {
        if (longest.compareTo(Duration.ofSeconds(2)) > 0) carriers.forEach(Carrier::close);
        if (System.nanoTime() - tidiedAt > Duration.ofHours(1).toNanos()) {
            tidiedAt = System.nanoTime();
            outbox.tidy();
        }
        bell.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopping) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        if (round != null) round.interrupt();
        carriers.forEach(Carrier::close);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
