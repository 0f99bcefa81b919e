package org.wirknetz;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.wirknetz.platform.DatabaseAddress;

/// Cuts the connection of the program in the middle of a transaction: a table is held against writers, and the server
/// process
/// that comes to wait for it is ended, as it is when a server dies.
public record CutOff(DatabaseAddress address) {

    /// @param table where the work is cut off; what it wrote before is in the middle
    /// @param work gives the status of an answer, or fails
    public void at(String table, Callable<Integer> work) throws Exception {
        try (var holder = DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
                var threads = Executors.newSingleThreadExecutor()) {
            holder.setAutoCommit(false);
            try (var lock = holder.createStatement()) {
                lock.execute("lock table " + table + " in share mode");
            }
            var running = threads.submit(work);
            end(holder, table);
            try {
                assertThat(running.get(30, TimeUnit.SECONDS))
                        .as("what was cut off")
                        .isGreaterThanOrEqualTo(500);
            } catch (ExecutionException cut) {
                assertThat(cut).hasRootCauseInstanceOf(SQLException.class);
            } finally {
                holder.rollback();
            }
        }
    }

    private static void end(Connection holder, String table) throws SQLException {
        var until = Instant.now().plus(Duration.ofSeconds(30));
        try (var ending = holder.prepareStatement(
                "select pg_terminate_backend(pid) from pg_locks where relation = ?::regclass and not granted")) {
            ending.setString(1, table);
            while (true) {
                try (var ended = ending.executeQuery()) {
                    if (ended.next()) return;
                }
                assertThat(Instant.now()).as("nobody writes to " + table).isBefore(until);
                LockSupport.parkNanos(2_000_000);
            }
        }
    }
}
