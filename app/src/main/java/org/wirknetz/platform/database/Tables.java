package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a database holds: all tables of all schemas that are not the system's, an extension's or a migration
/// history.
final class Tables {

    private Tables() {}

    private static final String OURS = """
            n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema' and c.relpersistence <> 't'
            and not exists (select 1 from pg_depend d
                             where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
            """;

    // A history of migrations is known by its shape; its name is each installation's own.
    private static final String HISTORY = """
            (select count(*) from pg_attribute a
              where a.attrelid = c.oid and a.attname in ('installed_rank', 'version', 'checksum', 'success')) = 4
            """;

    /// Tables with their base columns, in order of name. A partitioned table stands for its parts.
    static List<Manifest.Table> of(Connection connection) throws SQLException {
        return Sql.list(
                connection,
                """
                select n.nspname, c.relname,
                       array(select a.attname from pg_attribute a
                              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                              order by a.attnum)::text[]
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and not c.relispartition and not\s""" + HISTORY + """
                   and\s""" + OURS + """
                 order by n.nspname, c.relname
                """,
                row -> new Manifest.Table(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        "",
                        0));
    }

    static List<Manifest.Sequence> sequences(Connection connection) throws SQLException {
        var names = Sql.list(
                connection,
                "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'S' and " + OURS + " order by 1, 2",
                row -> List.of(row.getString(1), row.getString(2)));
        var sequences = new ArrayList<Manifest.Sequence>();
        for (var name : names) {
            sequences.addAll(Sql.list(
                    connection,
                    "select last_value, is_called from " + Sql.quoted(name.get(0), name.get(1)),
                    row -> new Manifest.Sequence(name.get(0), name.get(1), row.getLong(1), row.getBoolean(2))));
        }
        return List.copyOf(sequences);
    }

    /// The newest migration of every history, by its schema.
    static Map<String, String> schemas(Connection connection) throws SQLException {
        var histories = Sql.list(
                connection,
                "select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and " + HISTORY + " order by 1, 2",
                row -> List.of(row.getString(1), row.getString(2)));
        var versions = new LinkedHashMap<String, String>();
        for (var history : histories) {
            Sql.list(
                            connection,
                            "select version from " + Sql.quoted(history.get(0), history.get(1))
                                    + " where success and version is not null order by installed_rank desc limit 1",
                            row -> row.getString(1))
                    .forEach(version -> versions.put(history.get(0), version));
        }
        return versions;
    }

    /// Tables of which the connected role would see only some rows, for all that can be known without looking.
    ///
    /// A policy that lets this role read everything is not in the way, unless a restrictive one narrows it
    /// again.
    static List<String> hidden(Connection connection) throws SQLException {
        return Sql.list(connection, """
                select format('%s.%s', n.nspname, c.relname)
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and row_security_active(c.oid)
                   and (not exists (select 1 from pg_policy p
                                     where p.polrelid = c.oid and p.polpermissive and p.polcmd in ('*', 'r')
                                       and pg_get_expr(p.polqual, c.oid) = 'true'
                                       and exists (select 1 from unnest(p.polroles) r
                                                    where r = 0 or pg_has_role(r, 'usage')))
                        or exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive))
                   and\s""" + OURS + " order by 1", row -> row.getString(1));
    }

    /// Tables with search vectors that triggers fill: their words depend on the server's stemmer.
    static List<String> searchTables(Connection connection) throws SQLException {
        return Sql.list(connection, """
                select distinct n.nspname, c.relname
                  from pg_class c join pg_namespace n on n.oid = c.relnamespace
                  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relkind in ('r', 'p') and a.atttypid = 'tsvector'::regtype and a.attgenerated = ''
                   and\s""" + OURS, row -> Sql.quoted(row.getString(1), row.getString(2)));
    }
}
