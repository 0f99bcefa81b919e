package org.wirknetz.platform;

import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Seals the lines of the trail once a minute, a chain of hashes for each network, and writes each new head into the
/// log:
/// whoever changes the trail afterwards breaks a seal, and whoever makes the seals anew is betrayed by the log.
@Component
class TrailSealing implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger("security");
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final boolean serves;
    private CountDownLatch end = new CountDownLatch(0);
    private @Nullable Thread round;

    TrailSealing(JdbcClient db, @Value("${server.port:8080}") int port) {
        this.db = db;
        this.serves = port >= 0;
    }

    private record Seal(UUID network, long number, long lastId, long lines, byte[] hash) {}

    /// @return how many lines are sealed now that were not before
    long seal() {
        var horizon = db.sql("select coalesce(platform.trail_horizon(), 0)")
                .query(Long.class)
                .single();
        var lines = 0L;
        while (true) {
            var fresh = db.sql("select network, number, last_id, lines, hash from platform.seal_trail(?)")
                    .param(horizon)
                    .query(Seal.class)
                    .list();
            if (fresh.isEmpty()) return lines;
            for (var seal : fresh) {
                lines += seal.lines();
                LOG.info(
                        "event=trail.sealed network={} number={} through={} lines={} head={}",
                        seal.network(),
                        seal.number(),
                        seal.lastId(),
                        seal.lines(),
                        HexFormat.of().formatHex(seal.hash()));
            }
        }
    }

    private void rounds() {
        try {
            while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    seal();
                } catch (DataAccessException | TransactionException away) {
                    LOG.warn("event=trail.not-sealed reason={}", away.getClass().getSimpleName());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        if (!serves) return;
        end = new CountDownLatch(1);
        round = Thread.ofVirtual().name("trail-sealing").start(this::rounds);
    }

    @Override
    public void stop() {
        end.countDown();
        var thread = round;
        round = null;
        if (thread == null) return;
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return round != null;
    }
}
