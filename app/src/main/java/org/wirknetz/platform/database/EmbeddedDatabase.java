package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A PostgreSQL of our own in a folder of our own.
///
/// It listens on 127.0.0.1 only and asks everyone for a password. If this program ends, however suddenly, the
/// server stops within a moment; if the server ends, it is started again on the same port, so that a pool of
/// connections finds it by itself. `close` stops it cleanly.
public final class EmbeddedDatabase implements AutoCloseable {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final HomeLock lock;
    private final Cluster cluster;
    private final Programs programs;
    private final Settings settings;
    private final List<Runnable> afterCrash = new CopyOnWriteArrayList<>();
    private volatile Server server;
    private boolean closed;

    private EmbeddedDatabase(HomeLock lock, Cluster cluster, Programs programs, Settings settings, Server server) {
        this.lock = lock;
        this.cluster = cluster;
        this.programs = programs;
        this.settings = settings;
        this.server = server;
    }

    /// Starts the database of this folder; the first time it is made, which takes some seconds.
    ///
    /// @throws DatabaseRefused if another program uses the folder, or the server cannot start
    public static EmbeddedDatabase start(Path home) {
        return start(home, Settings.forWork());
    }

    public static EmbeddedDatabase start(Path home, Settings settings) {
        try {
            var folder = PrivateFiles.folder(home.toAbsolutePath()).toRealPath();
            var lock = HomeLock.take(folder);
            var started = false;
            try {
                var database = startOwned(lock, new Cluster(folder), settings);
                started = true;
                return database;
            } finally {
                if (!started) {
                    lock.close();
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static EmbeddedDatabase startOwned(HomeLock lock, Cluster cluster, Settings settings) throws IOException {
        new HomeSwap(cluster.home()).finish();
        var programs = Programs.of(cluster.home(), settings);
        cluster.settleFormerServer(programs);
        cluster.sweep(programs);
        cluster.prepare(programs, settings);
        var server = startPatiently(cluster, programs, settings);
        try {
            Roles.ensure(cluster, server.port());
        } catch (IOException | SQLException failed) {
            server.stop();
            throw new IOException("The roles of the database could not be made", failed);
        }
        var database = new EmbeddedDatabase(lock, cluster, programs, settings, server);
        database.watch(server);
        return database;
    }

    /// Another program may take the port between our look and the server's; the memory of a server that was
    /// killed may be held for a moment by its last children. Both pass by themselves.
    private static Server startPatiently(Cluster cluster, Programs programs, Settings settings) throws IOException {
        for (var attempt = 1; ; attempt++) {
            try {
                return Server.start(cluster, programs, settings, Port.free());
            } catch (DatabaseRefused refused) {
                var passing = refused.mentions("could not bind") || refused.mentions("pre-existing shared memory");
                if (!passing || attempt == 20) {
                    throw refused;
                }
                Server.pause(Duration.ofMillis(250));
            }
        }
    }

    private void watch(Server watched) {
        var _ = watched.ended()
                .thenRun(() -> Thread.ofPlatform()
                        .name("wirknetz-database-restart")
                        .daemon()
                        .start(() -> restart(watched)));
    }

    private synchronized void restart(Server crashed) {
        for (var pause = Duration.ofMillis(50); !closed; pause = longer(pause)) {
            try {
                crashed.stop();
                cluster.settleFormerServer(programs);
                server = Server.start(cluster, programs, settings, crashed.port());
                watch(server);
                afterCrash.forEach(Runnable::run);
                return;
            } catch (IOException | DatabaseRefused notYet) {
                System.getLogger(EmbeddedDatabase.class.getName())
                        .log(
                                System.Logger.Level.ERROR,
                                "The database has crashed and does not start again yet",
                                notYet);
            }
            waitFor(pause);
        }
    }

    // Waiting gives the monitor back, so that close need not wait for us.
    private void waitFor(Duration pause) {
        try {
            wait(pause.toMillis());
        } catch (InterruptedException _) {
            closed = true;
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /// Is told each time the server had crashed and answers again.
    public void onCrash(Runnable listener) {
        afterCrash.add(listener);
    }

    /// The address of the database `wirknetz`; it stays the same until `close`.
    public String url() {
        return Connections.url(server.port(), Roles.DATABASE);
    }

    public String url(String database) {
        return Connections.url(server.port(), database);
    }

    /// The role that owns the tables and runs the migrations.
    public String ownerUser() {
        return Cluster.OWNER;
    }

    public String ownerPassword() {
        return read(cluster.ownerPassword());
    }

    /// The role the program works with: it owns nothing and row-level security binds it.
    public String appUser() {
        return Cluster.APP;
    }

    public String appPassword() {
        return read(cluster.appPassword());
    }

    public Path home() {
        return cluster.home();
    }

    /// The process number of the running server.
    public long pid() {
        return server.pid();
    }

    private static String read(Password password) {
        try {
            return password.read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        notifyAll();
        try (lock) {
            server.stop();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
