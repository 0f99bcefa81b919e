package org.wirknetz.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Which recurring work fails, since when and how often in a row: a row in the database for as long as it
/// does, so that `doctor` can tell, which is another process.
@Component
class RecurringTrouble {

    private static final Logger LOG = LoggerFactory.getLogger(RecurringTrouble.class);
    private static final Duration AGAIN = Duration.ofHours(1);

    private final JdbcClient db;
    private final Clock clock;
    /// When this node last found it well, after its last failure: for an hour nothing is to be written. Then it looks
    /// again, as another node may have left a row and be gone.
    private final Map<String, Instant> well = new ConcurrentHashMap<>();

    RecurringTrouble(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// @param fault without anything about people, see [Trouble]
    void with(String work, String fault) {
        well.remove(work);
        note(work, () -> db.sql("""
                        insert into platform.recurring_trouble (work, fault) values (?, left(?, 500))
                        on conflict (work) do update
                           set failures = recurring_trouble.failures + 1, last_at = now(), fault = excluded.fault
                        """).params(work, fault).update());
    }

    void over(String work) {
        var now = clock.instant();
        var last = well.get(work);
        if (last != null && now.isBefore(last.plus(AGAIN))) return;
        note(work, () -> {
            db.sql("delete from platform.recurring_trouble where work = ?")
                    .param(work)
                    .update();
            well.put(work, now);
        });
    }

    /// Where the database is away the log must do; the next round writes anew.
    private static void note(String work, Runnable writing) {
        try {
            writing.run();
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("event=recurring.not-noted work={} fault=\"{}\"", work, Trouble.told(away));
        }
    }
}
