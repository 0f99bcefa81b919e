package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One run of `postgres` as our child, with a watchdog that stops it when we die.
final class Server {

    private static final Duration PATIENCE =
            Duration.ofMinutes(10); // crash recovery of a large database takes its time
    private static final Duration STOP = Duration.ofSeconds(60);

    private final Cluster cluster;
    private final Programs programs;
    private final Process postgres;
    private final Process watchdog;
    private final int port;

    private Server(Cluster cluster, Programs programs, Process postgres, Process watchdog, int port) {
        this.cluster = cluster;
        this.programs = programs;
        this.postgres = postgres;
        this.watchdog = watchdog;
        this.port = port;
    }

    /// Starts and waits until it answers.
    static Server start(Cluster cluster, Programs programs, Settings settings, int port) throws IOException {
        var said = cluster.log().resolve("start.log");
        Files.deleteIfExists(said);
        Files.createFile(said);
        Files.setPosixFilePermissions(said, PrivateFiles.FILE);
        var begun = new ProcessBuilder(Programs.inOwnSession(programs.command(
                        "postgres", arguments(cluster, programs, settings, port).toArray(String[]::new))))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(said.toFile()));
        // What a page needed for a moment goes back to the machine at once, not when the connection ends.
        begun.environment().putIfAbsent("MALLOC_TRIM_THRESHOLD_", "65536");
        begun.environment().putIfAbsent("MALLOC_MMAP_THRESHOLD_", "65536");
        var postgres = begun.start();
        var server = new Server(cluster, programs, postgres, watchdogOf(postgres), port);
        var ready = false;
        try {
            server.awaitReady();
            ready = true;
            return server;
        } finally {
            if (!ready) {
                server.stop();
            }
        }
    }

    private static List<String> arguments(Cluster cluster, Programs programs, Settings settings, int port) {
        var arguments = new ArrayList<>(List.of("-D", cluster.data().toString()));
        var options = new ArrayList<>(List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "max_connections=" + settings.connections(),
                "shared_buffers=" + settings.buffers() + "MB",
                "max_logical_replication_workers=0",
                "max_wal_size=512MB",
                "wal_level=replica",
                "jit=off",
                "timezone=UTC",
                // The log tells of the server's own life. Sentences about rows go to the program that asked,
                // not to a file.
                "logging_collector=on",
                "log_directory=" + cluster.log(),
                "log_filename=postgres-%a.log",
                "log_file_mode=0600",
                "log_rotation_age=1d",
                "log_rotation_size=0",
                "log_truncate_on_rotation=on",
                "log_timezone=UTC",
                "lc_messages=C",
                "log_min_messages=log",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_statement=none",
                "log_checkpoints=off"));
        options.addAll(
                settings.durable()
                        ? List.of("fsync=on", "synchronous_commit=on", "full_page_writes=on")
                        : List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        options.forEach(it -> arguments.addAll(List.of("-c", it)));
        return arguments;
    }

    /// The pipe to the watchdog closes when we end in any way, be it by `kill -9`; then it stops the server,
    /// quickly and cleanly. It does not stand around the server, or it would hide from us that the server has
    /// crashed.
    private static Process watchdogOf(Process postgres) throws IOException {
        return new ProcessBuilder(Programs.inOwnSession(
                        List.of("/bin/sh", "-c", "cat >/dev/null; kill -INT \"$0\"", Long.toString(postgres.pid()))))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private void awaitReady() throws IOException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var password = cluster.ownerPassword().read();
        // Often at first, for the common quick start; seldom later, for every refused question is a line in the log.
        for (var wait = 20; ; wait = Math.min(250, wait * 5 / 4)) {
            if (!postgres.isAlive() || System.nanoTime() > deadline) {
                throw new DatabaseRefused("database.did-not-start", LogTail.of(cluster.log()));
            }
            try (var connection = Connections.open(Connections.url(port, "postgres"), Cluster.OWNER, password)) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException notYet) {
                if (Connections.wrongPassword(notYet)) {
                    throw new DatabaseRefused(
                            "database.password-wrong", cluster.ownerPassword().file());
                }
            }
            pause(Duration.ofMillis(wait));
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return postgres.pid();
    }

    boolean isAlive() {
        return postgres.isAlive();
    }

    CompletableFuture<?> ended() {
        return postgres.onExit();
    }

    /// Stops it quickly and cleanly: open transactions are rolled back, all that was acknowledged is on the
    /// disk.
    void stop() throws IOException {
        if (postgres.isAlive() && watchdog.isAlive()) {
            watchdog.getOutputStream().close();
        } else if (postgres.isAlive()) {
            Programs.output(List.of("/bin/sh", "-c", "kill -INT \"$0\"", Long.toString(postgres.pid())));
        } else {
            // It must not live to send its signal to a stranger who has inherited the number.
            watchdog.descendants().forEach(ProcessHandle::destroyForcibly);
            watchdog.destroyForcibly();
        }
        if (!ended(postgres)) {
            Programs.output(programs.command(
                    "pg_ctl", "stop", "-m", "immediate", "-D", cluster.data().toString()));
        }
    }

    private static boolean ended(Process process) {
        try {
            return process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new DatabaseRefused("database.interrupted");
        }
    }
}
