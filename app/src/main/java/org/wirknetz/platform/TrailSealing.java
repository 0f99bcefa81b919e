package org.wirknetz.platform;

import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Seals the lines of the trail once a minute, a chain of hashes for each network, and writes each new head
/// into the log: whoever changes the trail afterwards breaks a seal, and whoever makes the seals anew is
/// betrayed by the log.
@Component
class TrailSealing implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger("security");

    private final JdbcClient db;

    TrailSealing(JdbcClient db) {
        this.db = db;
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

    @Override
    public String name() {
        return "trail.sealing";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void round() {
        seal();
    }
}
