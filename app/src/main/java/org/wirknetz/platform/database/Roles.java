package org.wirknetz.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// The database `wirknetz` and the role of the program, made at the first start and mended at every other.
///
/// The owner (who made the cluster) migrates; the program signs in with a role that owns nothing, so that
/// row-level security binds it.
final class Roles {

    static final String DATABASE = "wirknetz";

    private Roles() {}

    static void ensure(Cluster cluster, int port) throws IOException, SQLException {
        var fresh = cluster.appPassword().createIfMissing();
        try (var connection = Connections.open(
                        Connections.url(port, "postgres"),
                        Cluster.OWNER,
                        cluster.ownerPassword().read());
                var statement = connection.createStatement()) {
            var missing = !is(connection, "select 1 from pg_roles where rolname = '" + Cluster.APP + "'");
            if (missing) {
                statement.execute("create role " + Cluster.APP);
            }
            if (missing || fresh) {
                setPassword(statement, cluster.appPassword().read());
            }
            if (!is(connection, "select 1 from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + Cluster.OWNER);
            }
            statement.execute("revoke all on database " + DATABASE + ", postgres, template1 from public");
            statement.execute("grant connect, temporary on database " + DATABASE + " to " + Cluster.APP);
        }
    }

    // A role's password can only be a literal; ours is of the letters, digits, - and _ that Base64 for URLs
    // has.
    private static void setPassword(Statement statement, String password) throws SQLException {
        if (!password.matches("[A-Za-z0-9_-]+")) {
            throw new DatabaseRefused("database.password-wrong", Cluster.APP);
        }
        statement.execute("alter role " + Cluster.APP
                + " login nosuperuser nocreatedb nocreaterole nobypassrls noreplication password '" + password + "'");
    }

    private static boolean is(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            return answer.next();
        }
    }
}
