package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// One PostgreSQL for all tests of this JVM, begun afresh and without care for power cuts.
///
/// `-Dwirknetz.test.postgres.bin=/usr/lib/postgresql/15/bin` tests with installed programs instead of the
/// shipped ones. The unpacked programs and an empty cluster are kept in `target`, so that a later run starts in
/// less than a second.
public final class TestDatabase {

    private static final Path CACHE = Path.of("target", "test-postgres").toAbsolutePath();
    private static @Nullable EmbeddedDatabase shared;

    private TestDatabase() {}

    /// The server that all tests share; it ends with the JVM.
    public static synchronized EmbeddedDatabase server() {
        var running = shared;
        if (running == null) {
            running = start();
            shared = running;
        }
        return running;
    }

    /// A new database, empty or a copy of the template; one of the same name is dropped first. Nobody may be
    /// connected to the template. Returns the address; sign in with the server's owner or app role.
    public static synchronized String createDatabase(String name, @Nullable String template) {
        var server = server();
        try (var connection = asOwner("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + quoted(name) + " with (force)");
            statement.execute("create database " + quoted(name)
                    + (template == null ? "" : " template " + quoted(template) + " strategy file_copy"));
            statement.execute("revoke all on database " + quoted(name) + " from public");
            statement.execute("grant connect, temporary on database " + quoted(name) + " to " + server.appUser());
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database " + name + " could not be made", failed);
        }
        return server.url(name);
    }

    public static synchronized void dropDatabase(String name) {
        try (var connection = asOwner("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + quoted(name) + " with (force)");
        } catch (SQLException failed) {
            throw new IllegalStateException("The test database " + name + " could not be dropped", failed);
        }
    }

    static Connection asOwner(String database) throws SQLException {
        var server = server();
        return Connections.open(server.url(database), server.ownerUser(), server.ownerPassword());
    }

    /// Settings for a test that needs a server of its own: fast, and with the programs that are unpacked
    /// already.
    public static Settings settings() {
        var installed = System.getProperty("wirknetz.test.postgres.bin", "");
        var settings = Settings.forTests().withUnpacked(CACHE);
        return installed.isBlank() ? settings : settings.withPrograms(Path.of(installed));
    }

    /// Copies an empty, cleanly stopped cluster to this place: thirty times faster than making one.
    public static void emptyCluster(Path home) throws IOException {
        copy(pristine(), home);
    }

    private static EmbeddedDatabase start() {
        try {
            PrivateFiles.folder(CACHE);
            for (var number = 1; ; number++) {
                var home = PrivateFiles.folder(CACHE.resolve("run-" + number));
                var free = HomeLock.attempt(home);
                if (free.isEmpty()) {
                    continue; // another test run is at work there
                }
                try (var _ = free.get()) {
                    new Cluster(home).settleFormerServer(Programs.of(home, settings()));
                    PrivateFiles.delete(home.resolve("data"));
                    PrivateFiles.delete(home.resolve("log"));
                    Files.deleteIfExists(home.resolve("owner.password"));
                    Files.deleteIfExists(home.resolve("app.password"));
                    emptyCluster(home);
                }
                try {
                    return EmbeddedDatabase.start(home, settings());
                } catch (DatabaseRefused taken) {
                    if (!taken.key().equals("database.in-use")) {
                        throw taken;
                    }
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Path pristine() throws IOException {
        PrivateFiles.folder(CACHE);
        var bin = Programs.of(CACHE, settings()).bin();
        var ready = CACHE.resolve("empty-" + Integer.toHexString(bin.toString().hashCode()));
        if (Files.isDirectory(ready)) {
            return ready;
        }
        var fresh = Files.createTempDirectory(CACHE, "empty-new-");
        EmbeddedDatabase.start(fresh, settings()).close();
        Files.delete(fresh.resolve("lock"));
        try {
            Files.move(fresh, ready, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException lost) {
            PrivateFiles.delete(fresh);
        }
        return ready;
    }

    static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                    PrivateFiles.folder(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }
}
