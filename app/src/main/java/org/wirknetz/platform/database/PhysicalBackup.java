package org.wirknetz.platform.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Copies the files of a cluster while it works, with PostgreSQL's own protocol for that (`pg_backup_start`).
///
/// The files are of many different moments; the write-ahead log between start and stop, which is copied too,
/// makes them one moment when the copy is started: that of the stop.
record PhysicalBackup(Connection connection, Path data) {

    // Emptied by every start; PostgreSQL's own pg_basebackup leaves out the same.
    private static final Set<String> CONTENT_NOT_NEEDED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> NOT_NEEDED =
            Set.of("postmaster.pid", "postmaster.opts", "current_logfiles", "pg_internal.init", "backup_label");

    void copyTo(BackupWriter backup) throws IOException, SQLException {
        // A slot that lasts as long as this session keeps every piece of the log that the copy needs.
        var slot = "wirknetz_backup_" + Sql.one(connection, "select pg_backend_pid()");
        Sql.one(connection, "select slot_name from pg_create_physical_replication_slot(?, true, true)", slot);
        var start = Sql.one(connection, "select pg_walfile_name(pg_backup_start('wirknetz', true))");
        copyFolder(data, backup);
        backup.entry("data/global/pg_control", stream -> stream.write(control()));
        var stop = Sql.list(
                        connection,
                        "select pg_walfile_name(lsn), labelfile from pg_backup_stop(false)",
                        row -> List.of(row.getString(1), row.getString(2)))
                .getFirst();
        backup.entry("data/backup_label", stream -> stream.write(stop.get(1).getBytes(StandardCharsets.UTF_8)));
        copyLog(start, stop.getFirst(), backup);
        Sql.one(connection, "select pg_drop_replication_slot(?)", slot);
    }

    private void copyFolder(Path folder, BackupWriter backup) throws IOException, SQLException {
        backup.folder(name(folder));
        if (CONTENT_NOT_NEEDED.contains(data.relativize(folder).toString())) {
            return;
        }
        List<Path> children;
        try (var listed = Files.list(folder)) {
            children = listed.sorted().toList();
        } catch (NoSuchFileException _) {
            return; // a table's or database's folder that was dropped since; the log tells of it
        }
        for (var child : children) {
            var name = child.getFileName().toString();
            if (Files.isDirectory(child)) {
                if (name.startsWith("pgsql_tmp")) {
                    continue;
                }
                copyFolder(child, backup);
            } else if (!NOT_NEEDED.contains(name)
                    && !name.startsWith("pgsql_tmp")
                    && !child.endsWith(Path.of("global", "pg_control"))) {
                copyFile(child, backup);
            }
        }
    }

    private void copyFile(Path file, BackupWriter backup) throws IOException, SQLException {
        try {
            backup.file(name(file), file);
        } catch (NoSuchFileException _) {
            // Dropped since we listed it; the log tells of it.
        }
    }

    /// The one file that must not be torn: read until two readings agree, and after all others.
    private byte[] control() throws IOException {
        var file = data.resolve("global").resolve("pg_control");
        while (true) {
            var once = Files.readAllBytes(file);
            if (Arrays.equals(once, Files.readAllBytes(file))) {
                return once;
            }
        }
    }

    private void copyLog(String first, String last, BackupWriter backup) throws IOException, SQLException {
        List<Path> pieces;
        try (var log = Files.list(data.resolve("pg_wal"))) {
            pieces = log.filter(it -> isBetween(first, it.getFileName().toString(), last))
                    .sorted()
                    .toList();
        }
        if (pieces.isEmpty()
                || !pieces.getFirst().endsWith(first)
                || !pieces.getLast().endsWith(last)) {
            throw new IOException("the write-ahead log from " + first + " to " + last + " is not complete: " + pieces);
        }
        for (var piece : pieces) {
            backup.file(name(piece), piece);
        }
    }

    private static boolean isBetween(String first, String name, String last) {
        return name.endsWith(".history")
                || (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0);
    }

    private String name(Path file) {
        var below = data.relativize(file).toString();
        return below.isEmpty() ? "data" : "data/" + below;
    }
}
