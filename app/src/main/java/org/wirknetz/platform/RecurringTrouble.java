package org.wirknetz.platform;

import java.util.Set;
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

    private final JdbcClient db;
    /// Found well by this node since its start or since its last failure: nothing to be written for.
    private final Set<String> well = ConcurrentHashMap.newKeySet();

    RecurringTrouble(JdbcClient db) {
        this.db = db;
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
        if (well.contains(work)) return;
        note(work, () -> {
            db.sql("delete from platform.recurring_trouble where work = ?")
                    .param(work)
                    .update();
            well.add(work);
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
