package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;

/// Single connections for starting, saving and checking; the program itself uses a pool.
final class Connections {

    private static final String WRONG_PASSWORD = "28P01";

    private Connections() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static Connection open(String url, String user, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("ApplicationName", "wirknetz");
        var connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new DatabaseRefused("database.not-postgres");
        }
        return connection;
    }

    static boolean wrongPassword(SQLException failed) {
        return WRONG_PASSWORD.equals(failed.getSQLState());
    }
}
