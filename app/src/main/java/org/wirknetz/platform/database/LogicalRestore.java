package org.wirknetz.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// Loads saved rows into tables that are there, in one transaction: all rows of all tables, or none.
///
/// Foreign keys are dropped and made again at the end, which checks them; triggers rest meanwhile. Both are the
/// right of the tables' owner, so no superuser is needed. Computed columns (such as search vectors) are
/// computed anew.
record LogicalRestore(Connection connection, BackupFile backup) {

    private static final String FOREIGN_KEYS = """
            select n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid)
              from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
             where k.contype = 'f' and k.conparentid = 0
               and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
             order by 1, 2, 3
            """;
    private static final String TRIGGERS = """
            select n.nspname, c.relname, t.tgname, t.tgenabled::text
              from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
             where not t.tgisinternal and t.tgenabled <> 'D' and t.tgparentid = 0
             order by 1, 2, 3
            """;
    private static final String FORCED = """
            select n.nspname, c.relname
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relforcerowsecurity
             order by 1, 2
            """;
    private static final String VIEWS = "select schemaname, matviewname from pg_matviews m join pg_class c"
            + " on c.oid = format('%I.%I', schemaname, matviewname)::regclass order by c.oid";

    void load() throws IOException, SQLException {
        connection.setAutoCommit(false);
        compareTables();
        // Somebody at work in the tables would be waited for without end, and others behind us.
        Sql.execute(connection, "set local lock_timeout = '30s'");
        Sql.execute(connection, "set local row_security = off");
        Sql.execute(connection, "set local datestyle = iso");
        Sql.execute(connection, "set local intervalstyle = postgres");
        var foreignKeys = pairs(FOREIGN_KEYS);
        var triggers = pairs(TRIGGERS);
        var forced = pairs(FORCED);
        for (var key : foreignKeys) {
            alter(key, "drop constraint " + Sql.quoted(key.get(2)));
        }
        for (var trigger : triggers) {
            alter(trigger, "disable trigger " + Sql.quoted(trigger.get(2)));
        }
        for (var table : forced) {
            alter(table, "no force row level security");
        }
        empty();
        var otherStemmer =
                backup.manifest().postgres() != connection.getMetaData().getDatabaseMajorVersion();
        var left = otherStemmer ? Tables.searchTables(connection) : List.<String>of();
        for (var table : backup.manifest().tables()) {
            if (!left.contains(table.quoted())) {
                copy(table);
            }
        }
        for (var sequence : backup.manifest().sequences()) {
            Sql.one(
                    connection,
                    "select setval(?::regclass, ?, ?)",
                    Sql.quoted(sequence.schema(), sequence.name()),
                    sequence.value(),
                    sequence.called());
        }
        if (!left.isEmpty()) {
            fillSearch(triggers);
        }
        for (var trigger : triggers) {
            alter(trigger, enabling(trigger.get(3)) + Sql.quoted(trigger.get(2)));
        }
        for (var key : foreignKeys) {
            alter(key, "add constraint " + Sql.quoted(key.get(2)) + " " + key.get(3));
        }
        for (var table : forced) {
            alter(table, "force row level security");
        }
        for (var view : pairs(VIEWS)) {
            Sql.execute(connection, "refresh materialized view " + Sql.quoted(view.get(0), view.get(1)));
        }
        connection.commit();
        connection.setAutoCommit(true);
        Sql.execute(connection, "analyze");
    }

    /// The tables must be those of the backup, column for column, or nothing is touched.
    private void compareTables() throws SQLException {
        var here =
                Tables.of(connection).stream().collect(Collectors.toMap(Manifest.Table::quoted, Function.identity()));
        var differences = new ArrayList<String>();
        for (var saved : backup.manifest().tables()) {
            var found = here.remove(saved.quoted());
            if (found == null
                    || !List.copyOf(found.columns()).containsAll(saved.columns())
                    || found.columns().size() != saved.columns().size()) {
                differences.add(saved.schema() + "." + saved.name());
            }
        }
        here.values().forEach(it -> differences.add(it.schema() + "." + it.name()));
        if (!differences.isEmpty()) {
            throw new DatabaseRefused("database.restore-other-tables", String.join(", ", differences));
        }
    }

    private void empty() throws SQLException {
        var tables = backup.manifest().tables();
        if (!tables.isEmpty()) {
            Sql.execute(
                    connection,
                    "truncate " + tables.stream().map(Manifest.Table::quoted).collect(Collectors.joining(", ")));
        }
    }

    private void copy(Manifest.Table table) throws IOException, SQLException {
        var entry = backup.manifest().entries().stream()
                .filter(it -> it.name().equals(table.entry()))
                .findFirst()
                .orElseThrow(() -> new DatabaseRefused("database.backup-damaged", table.entry(), table.quoted()));
        try (var rows = backup.stream(entry)) {
            var loaded = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table.quoted() + " (" + Sql.quoted(table.columns()) + ") from stdin", rows);
            rows.check();
            if (loaded != table.rows()) {
                throw new DatabaseRefused("database.backup-damaged", table.entry(), table.quoted());
            }
        }
    }

    /// Stemmers differ between major versions. The triggers named `search_update` fill the search from the
    /// rows.
    private void fillSearch(List<List<String>> triggers) throws SQLException {
        for (var trigger : triggers) {
            if (trigger.get(2).equals("search_update")) {
                alter(trigger, "enable trigger " + Sql.quoted(trigger.get(2)));
                var table = Sql.quoted(trigger.get(0), trigger.get(1));
                var column = Sql.quoted(Sql.one(connection, """
                        select attname from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped
                           and attgenerated = '' and attidentity = ''
                         order by attnum limit 1
                        """, table));
                Sql.execute(connection, "update " + table + " set " + column + " = " + column);
                alter(trigger, "disable trigger " + Sql.quoted(trigger.get(2)));
            }
        }
    }

    private static String enabling(String mode) {
        return switch (mode) {
            case "A" -> "enable always trigger ";
            case "R" -> "enable replica trigger ";
            default -> "enable trigger ";
        };
    }

    private void alter(List<String> table, String change) throws SQLException {
        Sql.execute(connection, "alter table " + Sql.quoted(table.get(0), table.get(1)) + " " + change);
    }

    private List<List<String>> pairs(String question) throws SQLException {
        return Sql.list(connection, question, row -> {
            var values = new ArrayList<String>();
            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                values.add(row.getString(column));
            }
            return values;
        });
    }

    /// True if the database holds no table of anybody's.
    static boolean isEmpty(Connection connection) throws SQLException {
        return Sql.one(connection, """
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                   and not exists (select 1 from pg_depend d
                                    where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
                """).equals("0");
    }

    static void into(
            String url, String user, String password, BackupFile backup, SchemaMigration migration, boolean replace)
            throws IOException, SQLException {
        Map<String, String> versions = backup.manifest().schemas();
        try (var connection = OutsideDatabase.open(url, user, password)) {
            var isEmpty = isEmpty(connection);
            if (!isEmpty && !replace) {
                throw new DatabaseRefused("database.restore-not-empty", url);
            }
            if (isEmpty) {
                migration.migrate(url, user, password, versions);
            }
            new LogicalRestore(connection, backup).load();
        }
    }
}
