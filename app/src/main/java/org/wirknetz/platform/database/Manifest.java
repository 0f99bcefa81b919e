package org.wirknetz.platform.database;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What a backup file says about itself; the last entry in it, `manifest.json`.
///
/// @param format    always `wirknetz-backup`
/// @param version   of this description; a newer one is refused
/// @param kind      how the database was saved
/// @param product   the release that made the file
/// @param postgres  the major version of the PostgreSQL it was made from
/// @param createdAt when it was begun
/// @param schemas   the last migration of each history of migrations, by the schema it lies in
/// @param entries   every other entry of the file, in its order
/// @param tables    with a logical backup: the tables
/// @param sequences with a logical backup: where the counters stood
public record Manifest(
        String format,
        int version,
        Kind kind,
        String product,
        int postgres,
        Instant createdAt,
        Map<String, String> schemas,
        List<Entry> entries,
        List<Table> tables,
        List<Sequence> sequences) {

    static final String FORMAT = "wirknetz-backup";
    static final int VERSION = 1;
    static final String NAME = "manifest.json";

    /// PHYSICAL: the files of the cluster, for the same major version. LOGICAL: the rows, for any.
    public enum Kind {
        PHYSICAL,
        LOGICAL
    }

    /// One entry; a name that ends in a slash is a folder.
    public record Entry(String name, long bytes, String sha256) {
        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    /// The base columns of a table and the entry with its rows; computed columns are left out and computed
    /// anew.
    public record Table(String schema, String name, List<String> columns, String entry, long rows) {
        String quoted() {
            return Sql.quoted(schema, name);
        }
    }

    public record Sequence(String schema, String name, long value, boolean called) {}

    public long bytes() {
        return entries.stream().mapToLong(Entry::bytes).sum();
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }
}
