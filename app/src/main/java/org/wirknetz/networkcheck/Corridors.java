package org.wirknetz.networkcheck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wirknetz.platform.Refused;

/// How much of the network's work the coordination office wants to carry itself (F11; German:
/// *Zielkorridor*), as it was set one time after the other.
@Component
@Transactional
public class Corridors {

    static final int MOST_REASON = 500;
    private static final int WHOLE = 100;
    private static final int MOST_LINES = 200;

    private final JdbcClient db;
    private final Clock clock;

    Corridors(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param number counts the settings of the network from 1
    /// @param low percent of the work the office carries at least
    /// @param high percent it carries at most
    public record Corridor(int number, int low, int high, String reason, LocalDate setOn) {

        public enum Side {
            BELOW,
            WITHIN,
            ABOVE
        }

        public Side side(long part, long whole) {
            if (part * WHOLE < low * whole) return Side.BELOW;
            return part * WHOLE > high * whole ? Side.ABOVE : Side.WITHIN;
        }
    }

    /// The newest first.
    @Transactional(readOnly = true)
    public List<Corridor> all() {
        return db.sql("""
                        select number, low, high, reason, set_on from networkcheck.corridor
                         where network = platform.network() order by number desc
                        """).query(Corridor.class).list();
    }

    /// The one that held on the day.
    static Optional<Corridor> on(List<Corridor> newestFirst, LocalDate day) {
        return newestFirst.stream().filter(it -> !it.setOn().isAfter(day)).findFirst();
    }

    /// From today on.
    ///
    /// @param known the number of the one that was shown; 0 where none was
    /// @throws Refused when it is no corridor, gives no reason, or somebody else has set one in the meantime
    public void set(int known, int low, int high, String reason) {
        if (low < 0 || high > WHOLE || low >= high) throw new Refused("networkcheck.corridor.turned");
        var said = reason.strip();
        if (said.isEmpty()) throw new Refused("networkcheck.corridor.no-reason");
        if (said.length() > MOST_REASON) throw new Refused("networkcheck.corridor.reason-long", MOST_REASON);
        if (known >= MOST_LINES) throw new Refused("networkcheck.corridor.too-many", MOST_LINES);
        int newest = db.sql(
                        "select coalesce(max(number), 0) from networkcheck.corridor where network = platform.network()")
                .query(Integer.class)
                .single();
        if (newest != known) throw new Refused("platform.changed-meanwhile");
        try {
            db.sql("""
                            insert into networkcheck.corridor (network, id, number, low, high, reason, set_on)
                            values (platform.network(), :id, :number, :low, :high, :reason, :today)
                            """)
                    .param("id", UUID.randomUUID())
                    .param("number", known + 1)
                    .param("low", low)
                    .param("high", high)
                    .param("reason", said)
                    .param("today", LocalDate.now(clock))
                    .update();
        } catch (DuplicateKeyException overtaken) {
            throw new Refused("platform.changed-meanwhile");
        }
    }
}
