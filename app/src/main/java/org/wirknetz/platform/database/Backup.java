package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes one file of everything an installation holds, while it works.
///
/// The file is a ZIP for its owner alone (0600): the database, the other files of the data folder with its
/// passwords, and a manifest with a checksum of each entry. It appears under its name only when it is whole.
///
/// @param product the release, as the manifest shall name it
/// @param sealing how the file is encrypted, if at all
public record Backup(String product, Clock clock, Sealing sealing) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    public Backup(String product, Clock clock) {
        this(product, clock, Sealing.NONE);
    }

    /// Saves the cluster of this folder as it is on the disk: quick, for the same major version of PostgreSQL.
    ///
    /// The database may be served by this program, by another one, or by none: then it is started for the
    /// backup.
    public Manifest physical(Path home, Path file, Settings settings) throws IOException, SQLException {
        return withServer(home, file, settings, (cluster, connection) -> {
            try (var backup = BackupWriter.to(file, sealing)) {
                new PhysicalBackup(connection, cluster.data()).copyTo(backup);
                new HomeFiles(cluster.home()).copyTo(backup);
                return finish(backup, Manifest.Kind.PHYSICAL, connection, List.of(), List.of());
            }
        });
    }

    /// Saves the rows of the database of this folder: for any major version of PostgreSQL from 15.
    public Manifest logical(Path home, Path file, Settings settings) throws IOException, SQLException {
        return withServer(home, file, settings, (cluster, connection) -> {
            try (var backup = BackupWriter.to(file, sealing)) {
                return rows(connection, Optional.of(cluster.home()), backup);
            }
        });
    }

    /// Saves the rows of any PostgreSQL, and the files of the folder that belongs to it.
    ///
    /// @param user a role that may read every row: the owner of the tables, or one that row-level security spares
    public Manifest external(String url, String user, String password, Path home, Path file)
            throws IOException, SQLException {
        new HomeFiles(home.toAbsolutePath().normalize()).refuseInside(file);
        try (var connection = OutsideDatabase.open(url, user, password);
                var backup = BackupWriter.to(file, sealing)) {
            return rows(
                    connection, Files.isDirectory(home) ? Optional.of(home.toRealPath()) : Optional.empty(), backup);
        }
    }

    private Manifest rows(Connection connection, Optional<Path> home, BackupWriter backup)
            throws IOException, SQLException {
        var tables = new LogicalBackup(connection).copyTo(backup);
        // A counter does not obey the transaction: read after the rows, it is never behind them.
        var sequences = Tables.sequences(connection);
        if (home.isPresent()) {
            new HomeFiles(home.get()).copyTo(backup);
        }
        return finish(backup, Manifest.Kind.LOGICAL, connection, tables, sequences);
    }

    private Manifest finish(
            BackupWriter backup,
            Manifest.Kind kind,
            Connection connection,
            List<Manifest.Table> tables,
            List<Manifest.Sequence> sequences)
            throws IOException, SQLException {
        var manifest = new Manifest(
                Manifest.FORMAT,
                Manifest.VERSION,
                kind,
                product,
                connection.getMetaData().getDatabaseMajorVersion(),
                clock.instant(),
                Map.copyOf(Tables.schemas(connection)),
                backup.entries(),
                tables,
                sequences);
        backup.finish(manifest);
        return manifest;
    }

    private interface Saving {
        Manifest save(Cluster cluster, Connection connection) throws IOException, SQLException;
    }

    private static Manifest withServer(Path home, Path file, Settings settings, Saving saving)
            throws IOException, SQLException {
        var cluster = new Cluster(home.toAbsolutePath().normalize());
        if (!cluster.exists()) {
            throw new DatabaseRefused("database.nothing-to-save", home);
        }
        new HomeFiles(cluster.home()).refuseInside(file);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < deadline) {
            var served = connected(cluster);
            if (served.isPresent()) {
                try (var connection = served.get()) {
                    return saving.save(cluster, connection);
                }
            }
            try (var _ = EmbeddedDatabase.start(cluster.home(), settings)) {
                try (var connection = connected(cluster).orElseThrow()) {
                    return saving.save(cluster, connection);
                }
            } catch (DatabaseRefused refused) {
                // Somebody has it, but it does not answer: it is just starting, or has crashed and comes back.
                if (!refused.key().equals("database.in-use")) {
                    throw refused;
                }
                Server.pause(Duration.ofMillis(200));
            }
        }
        throw new DatabaseRefused("database.in-use", cluster.home(), HomeLock.owner(cluster.home()));
    }

    private static Optional<Connection> connected(Cluster cluster) throws IOException {
        var port = cluster.servedPort();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Connections.open(
                    Connections.url(port.get(), Roles.DATABASE),
                    Cluster.OWNER,
                    cluster.ownerPassword().read()));
        } catch (SQLException notYet) {
            if (Connections.wrongPassword(notYet)) {
                throw new DatabaseRefused(
                        "database.password-wrong", cluster.ownerPassword().file());
            }
            return Optional.empty();
        }
    }
}
