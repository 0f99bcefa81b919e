package org.wirknetz.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Asking without Spring, for the times when there is none.
final class Sql {

    private Sql() {}

    /// Makes a value of a row.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    static <T> List<T> list(Connection connection, String question, Row<T> row, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            for (var place = 0; place < values.length; place++) {
                statement.setObject(place + 1, values[place]);
            }
            try (var answer = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (answer.next()) {
                    rows.add(row.of(answer));
                }
                return rows;
            }
        }
    }

    /// The first column of the only row.
    static String one(Connection connection, String question, Object... values) throws SQLException {
        return list(connection, question, row -> row.getString(1), values).getFirst();
    }

    static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    static String quoted(String schema, String name) {
        return quoted(schema) + "." + quoted(name);
    }

    static String quoted(List<String> names) {
        return names.stream().map(Sql::quoted).collect(Collectors.joining(", "));
    }
}
