package org.wirknetz.platform.database;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/// Brings back what a backup file holds. Nothing is touched before the whole file has been read and found
/// undamaged.
///
/// @param settings  how the embedded database is run
/// @param migration makes the tables where only rows were saved
public record Restore(Settings settings, SchemaMigration migration) {

    /// Into the data folder of an embedded database, from either kind of backup.
    ///
    /// The restored database is started once beside the old one; only when it works do they change places. A
    /// crash leaves the old or the new, never something between.
    ///
    /// @param replace whether a folder that holds something already may be replaced
    public Manifest into(Path home, Path file, boolean replace) throws IOException, SQLException {
        try (var backup = BackupFile.open(file)) {
            backup.verify();
            var place = PrivateFiles.folder(home.toAbsolutePath()).toRealPath();
            try (var _ = HomeLock.take(place)) {
                var swap = new HomeSwap(place);
                swap.finish();
                var cluster = new Cluster(place);
                if (!replace && (cluster.exists() || !new HomeFiles(place).top().isEmpty())) {
                    throw new DatabaseRefused("database.restore-not-empty", home);
                }
                restore(backup, place, swap.fresh());
                cluster.settleFormerServer(Programs.of(place, settings));
                swap.exchange();
            }
            return backup.manifest();
        }
    }

    /// Into any PostgreSQL; its files into the folder that belongs to it.
    ///
    /// @param user the owner of the tables; without `replace` the database must not hold any table
    public Manifest external(String url, String user, String password, Path home, Path file, boolean replace)
            throws IOException, SQLException {
        try (var backup = BackupFile.open(file)) {
            if (backup.manifest().kind() != Manifest.Kind.LOGICAL) {
                throw new DatabaseRefused("database.restore-needs-rows", file);
            }
            backup.verify();
            var place = PrivateFiles.folder(home.toAbsolutePath()).toRealPath();
            try (var _ = HomeLock.take(place)) {
                var swap = new HomeSwap(place);
                swap.finish();
                if (!replace && !new HomeFiles(place).top().isEmpty()) {
                    throw new DatabaseRefused("database.restore-not-empty", home);
                }
                unpack(backup, swap.fresh());
                LogicalRestore.into(url, user, password, backup, migration, replace);
                swap.exchange();
            }
            return backup.manifest();
        }
    }

    private void restore(BackupFile backup, Path home, Path fresh) throws IOException, SQLException {
        var inHome = settings.unpacked() == null ? settings.withUnpacked(home) : settings;
        var programs = Programs.of(home, inHome);
        var manifest = backup.manifest();
        var physical = manifest.kind() == Manifest.Kind.PHYSICAL;
        if (physical && manifest.postgres() != programs.major()) {
            throw new DatabaseRefused("database.restore-other-major", manifest.postgres(), programs.major());
        }
        unpack(backup, fresh);
        if (physical && settings.durable()) {
            Programs.output(programs.command(
                    "initdb", "--sync-only", "-D", fresh.resolve("data").toString()));
        }
        // Starting it replays the log to the moment the backup ended; it would refuse here, not tomorrow
        // morning.
        try (var database = EmbeddedDatabase.start(fresh, inHome)) {
            if (!physical) {
                LogicalRestore.into(
                        database.url(), database.ownerUser(), database.ownerPassword(), backup, migration, false);
            }
        }
        Files.delete(fresh.resolve("lock"));
        PrivateFiles.delete(fresh.resolve("log"));
    }

    private void unpack(BackupFile backup, Path fresh) throws IOException {
        PrivateFiles.folder(fresh);
        if (Files.getFileStore(fresh).getUsableSpace() < backup.manifest().bytes() + (100L << 20)) {
            throw new DatabaseRefused(
                    "database.restore-no-space", fresh, backup.manifest().bytes() >> 20);
        }
        var passwords = backup.manifest().kind() == Manifest.Kind.PHYSICAL;
        for (var entry : backup.manifest().entries()) {
            var target = fresh.resolve(entry.name()).normalize();
            if (!target.startsWith(fresh) || entry.name().startsWith("/")) {
                throw new DatabaseRefused("database.backup-damaged", fresh, entry.name());
            }
            if (entry.name().startsWith("tables/")
                    || (!passwords && entry.name().matches("(owner|app)\\.password"))) {
                continue; // rows go another way, and a new cluster has new passwords
            }
            if (entry.isFolder()) {
                PrivateFiles.folder(target);
            } else {
                write(backup, entry, target);
            }
        }
    }

    private static void write(BackupFile backup, Manifest.Entry entry, Path target) throws IOException {
        Files.createFile(target);
        Files.setPosixFilePermissions(target, PrivateFiles.FILE);
        try (var stream = new BufferedOutputStream(Files.newOutputStream(target), 1 << 17)) {
            backup.read(entry, stream);
        }
        if (!entry.name().startsWith("data/")) {
            PrivateFiles.flush(target);
        }
    }
}
