package org.wirknetz.guards;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// Writes a row into any table, for a network: made up from the types of its columns, and tried again with other values
/// until its checks are content. References are not followed; the connection is that of an owner who may leave them
/// out.
final class InventedRows {

    private static final Pattern WORD = Pattern.compile("'([^']*)'::text");

    /// More would mean that nobody can guess what this table wants.
    private static final int MOST_TRIES = 400;

    private final JdbcClient db;
    private final Connection connection;
    private int tries;

    InventedRows(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        this.db = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        db.sql("set session_replication_role = replica").update();
        db.sql("set lock_timeout = '5s'").update();
        db.sql("set statement_timeout = '20s'").update();
    }

    private record Column(String name, String type, boolean needed) {}

    private record Check(String name, String definition, List<String> columns) {}

    /// @return whether a row could be made that the table takes
    boolean fill(String table, UUID network) throws SQLException {
        tries = 0;
        var columns = columns(table);
        var checks = checks(table);
        var values = new LinkedHashMap<String, String>();
        for (var column : columns) {
            if (column.name().equals("network")) values.put("network", network.toString());
            else if (column.needed()) values.put(column.name(), value(column.type(), 0));
        }
        return filled(table, columns, checks, values, 0);
    }

    private boolean filled(
            String table, List<Column> columns, List<Check> checks, Map<String, String> values, int depth)
            throws SQLException {
        var broken = insert(table, columns, values);
        if (broken == null) {
            connection.commit();
            return true;
        }
        var check = checks.stream().filter(it -> it.name().equals(broken)).findFirst();
        if (check.isEmpty() || depth > 6 || tries > MOST_TRIES) return false;
        for (var change : changes(check.get(), columns)) {
            if (tries > MOST_TRIES) return false;
            var next = new LinkedHashMap<>(values);
            next.putAll(change);
            var again = insert(table, columns, next);
            if (again == null) {
                connection.commit();
                return true;
            }
            if (!again.equals(broken) && filled(table, columns, checks, next, depth + 1)) return true;
        }
        return false;
    }

    /// Every other value for the columns of a check, one column after the other and two at once.
    private static List<Map<String, String>> changes(Check check, List<Column> columns) {
        var words = WORD.matcher(check.definition())
                .results()
                .map(it -> it.group(1))
                .toList();
        var single = new ArrayList<Map<String, String>>();
        for (var name : check.columns()) {
            if (name.equals("network")) continue;
            var column = columns.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            if (column.type().equals("text")) words.forEach(word -> single.add(Map.of(name, word)));
            for (int n = 0; n < 9; n++) single.add(Map.of(name, value(column.type(), n)));
        }
        var all = new ArrayList<>(single);
        for (var one : single) {
            for (var other : single) {
                if (one.keySet().equals(other.keySet())) continue;
                var both = new LinkedHashMap<>(one);
                both.putAll(other);
                all.add(both);
            }
        }
        return all;
    }

    /// @return null when it went in, else the name of the broken check, or why not
    private @org.jspecify.annotations.Nullable String insert(
            String table, List<Column> columns, Map<String, String> values) throws SQLException {
        tries++;
        var into = String.join(
                ", ", values.keySet().stream().map(it -> "\"" + it + "\"").toList());
        var typed = new ArrayList<String>();
        for (var name : values.keySet()) {
            var type = columns.stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .type();
            typed.add("?::" + type);
        }
        var point = connection.setSavepoint();
        try (var statement = connection.prepareStatement(
                "insert into " + table + " (" + into + ") values (" + String.join(", ", typed) + ")")) {
            int n = 1;
            for (var value : values.values()) statement.setString(n++, value);
            statement.executeUpdate();
            return null;
        } catch (PSQLException refused) {
            connection.rollback(point);
            var message = refused.getServerErrorMessage();
            var constraint = message == null ? null : message.getConstraint();
            return constraint == null ? String.valueOf(refused.getMessage()) : constraint;
        }
    }

    private static String value(String type, int n) {
        return switch (type.replaceAll("\\(.*", "")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "integer", "bigint", "smallint", "numeric", "double precision", "real" ->
                List.of("1", "0", "2", "5", "20", "100", "2026", "0.5", "-1")
                        .get(type.contains("int") && n == 7 ? 0 : n);
            case "boolean" -> n % 2 == 0 ? "false" : "true";
            case "date" -> n % 2 == 0 ? "2026-11-23" : "2027-11-2" + n % 9;
            case "timestamp with time zone" -> (n < 5 ? "2026" : "2027") + "-11-23T1" + n + ":00:00Z";
            case "time without time zone" -> "1" + n + ":00";
            case "jsonb" -> n % 2 == 0 ? "{}" : "[]";
            case "bytea" ->
                "\\x"
                        + UUID.randomUUID()
                                .toString()
                                .replace("-", "")
                                .repeat(4)
                                .substring(
                                        0,
                                        2
                                                * List.of(32, 20, 52, 16, 12, 64, 24, 1, 8)
                                                        .get(n));
            case "tsvector" -> "wort";
            case "daterange" -> "[2026-01-01,2026-12-31)";
            case "interval" -> "1 day";
            default ->
                type.endsWith("[]")
                        ? "{}"
                        : List.of(
                                        "wort",
                                        "WORT",
                                        "a@test.example",
                                        "2026",
                                        "https://a.example",
                                        "ab".repeat(32),
                                        "",
                                        "de",
                                        "a-1")
                                .get(n);
        };
    }

    private List<Column> columns(String table) {
        return db.sql("""
                        select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                               a.attnotnull and not a.atthasdef as needed
                          from pg_attribute a
                         where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                           and a.attgenerated = '' and a.attidentity = ''
                         order by a.attnum
                        """).param(table).query(Column.class).list();
    }

    private List<Check> checks(String table) {
        return db.sql("""
                        select c.conname, pg_get_constraintdef(c.oid),
                               (select string_agg(a.attname, ' ' order by a.attnum) from pg_attribute a
                                 where a.attrelid = c.conrelid and a.attnum = any (c.conkey))
                          from pg_constraint c
                         where c.conrelid = ?::regclass and c.contype = 'c'
                        """)
                .param(table)
                .query((row, n) -> new Check(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3) == null
                                ? List.of()
                                : List.of(row.getString(3).split(" "))))
                .list();
    }
}
