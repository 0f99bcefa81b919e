package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// What a server says of itself, to the role that the program works with.
final class ServerChecks {

    private static final int OLDEST = 15;
    private static final Duration NOTED = Duration.ofSeconds(5);
    private static final Duration TOO_FAR = Duration.ofSeconds(60);

    private ServerChecks() {}

    static List<Finding> all(Connection connection, Clock clock) throws SQLException {
        var found = new ArrayList<>(List.of(
                version(connection.getMetaData().getDatabaseMajorVersion()),
                clock(connection, clock),
                checksums(setting(connection, "data_checksums")),
                fsync(setting(connection, "fsync"), setting(connection, "full_page_writes")),
                commit(setting(connection, "synchronous_commit")),
                role(connection)));
        if (Sql.one(connection, "select to_regprocedure('platform.broken_seals()') is not null")
                .equals("t")) {
            found.add(trail(connection));
        }
        if (Sql.one(connection, "select to_regclass('platform.recurring_trouble') is not null")
                .equals("t")) {
            found.addAll(rounds(connection));
        }
        return List.copyOf(found);
    }

    static Finding version(int major) {
        return major < OLDEST ? Finding.fail("version", major) : Finding.ok("version", major);
    }

    /// The middle of asking and being answered is the moment the server spoke of.
    private static Finding clock(Connection connection, Clock clock) throws SQLException {
        var asked = clock.instant();
        var there = Sql.list(connection, "select clock_timestamp()", row -> row.getObject(1, OffsetDateTime.class))
                .getFirst()
                .toInstant();
        var answered = clock.instant();
        return clock(asked.plus(Duration.between(asked, answered).dividedBy(2)), there);
    }

    static Finding clock(Instant here, Instant there) {
        var apart = Duration.between(here, there).abs();
        if (apart.compareTo(TOO_FAR) > 0) {
            return Finding.fail("clock", apart.toSeconds());
        }
        return apart.compareTo(NOTED) > 0
                ? Finding.warn("clock", apart.toSeconds())
                : Finding.ok("clock", apart.toSeconds());
    }

    static Finding checksums(String setting) {
        return setting.equals("on") ? Finding.ok("checksums") : Finding.warn("checksums");
    }

    static Finding fsync(String fsync, String fullPages) {
        return fsync.equals("on") && fullPages.equals("on") ? Finding.ok("fsync") : Finding.fail("fsync");
    }

    static Finding commit(String setting) {
        return switch (setting) {
            case "off" -> Finding.fail("commit", setting);
            case "local", "remote_write" -> Finding.warn("commit", setting);
            case String full -> Finding.ok("commit", full);
        };
    }

    /// Names the first place where the trail is not what was sealed.
    static Finding trail(Connection connection) throws SQLException {
        var broken = Sql.list(
                connection,
                "select network, greatest(after_id + 1, 1), last_id from platform.broken_seals() order by last_id",
                row -> List.of(row.getString(1), row.getLong(2), row.getLong(3)));
        if (broken.isEmpty()) {
            return Finding.ok("trail");
        }
        var first = broken.getFirst();
        return Finding.fail("trail", first.get(0), first.get(1), first.get(2), broken.size());
    }

    /// Names each recurring work whose last rounds failed.
    static List<Finding> rounds(Connection connection) throws SQLException {
        var failing = Sql.list(
                connection,
                """
                select work, failures, to_char(since at time zone 'UTC', 'YYYY-MM-DD HH24:MI'), fault
                  from platform.recurring_trouble order by since, work
                """,
                row -> Finding.warn("rounds", row.getString(1), row.getInt(2), row.getString(3), row.getString(4)));
        return failing.isEmpty() ? List.of(Finding.ok("rounds")) : failing;
    }

    /// Row-level security binds neither a superuser, nor one with BYPASSRLS, nor (unforced) the owner of a
    /// table.
    static Finding role(Connection connection) throws SQLException {
        var name = Sql.one(connection, "select current_user");
        var spared = Sql.one(connection, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user");
        var owned = Sql.one(connection, """
                select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where c.relkind in ('r', 'p') and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                   and c.relowner = (select oid from pg_roles where rolname = current_user)
                """);
        return spared.equals("f") && owned.equals("0") ? Finding.ok("role", name) : Finding.fail("role", name);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        return Sql.one(connection, "select current_setting(?)", name);
    }
}
