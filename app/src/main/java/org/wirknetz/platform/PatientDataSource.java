package org.wirknetz.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// Waits for its turn while all connections are at work, but not for a database that is away.
///
/// The pool gives up after its own short time in either case. As long as it holds connections, the database is
/// there and somebody will give one back: then it is asked again, for a while that people still accept.
class PatientDataSource extends DelegatingDataSource {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final HikariDataSource pool;

    PatientDataSource(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var until = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return super.getConnection();
            } catch (SQLTransientConnectionException inVain) {
                if (pool.getHikariPoolMXBean().getTotalConnections() == 0 || System.nanoTime() > until) throw inVain;
            }
        }
    }
}
