package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.SQLException;

/// A PostgreSQL that somebody else runs. What can be wrong with it is said in a sentence.
public final class OutsideDatabase {

    private static final int OLDEST = 15;

    private OutsideDatabase() {}

    /// @throws DatabaseRefused where it does not answer, does not let us in, or is older than 15
    public static Connection open(String url, String user, String password) throws SQLException {
        Connection connection;
        try {
            connection = Connections.open(url, user, password);
        } catch (SQLException failed) {
            throw refused(url, user, failed);
        }
        var major = connection.getMetaData().getDatabaseMajorVersion();
        if (major < OLDEST) {
            connection.close();
            throw new DatabaseRefused("database.outside.old", major);
        }
        return connection;
    }

    /// The sentence for what the server answered; the failure itself where it is none of ours to explain.
    private static RuntimeException refused(String url, String user, SQLException failed) throws SQLException {
        var state = String.valueOf(failed.getSQLState());
        if (state.startsWith("08")) {
            return new DatabaseRefused("database.outside.away", plain(url));
        }
        if (state.startsWith("28")) {
            return new DatabaseRefused("database.outside.sign-in", plain(url), user);
        }
        if (state.equals("3D000")) {
            return new DatabaseRefused("database.outside.missing", plain(url));
        }
        throw failed;
    }

    /// Without what follows the question mark, where a password may stand.
    private static String plain(String url) {
        return url.replaceFirst("^jdbc:", "").replaceFirst("\\?.*", "");
    }
}
