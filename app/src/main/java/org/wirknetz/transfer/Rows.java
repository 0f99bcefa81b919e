package org.wirknetz.transfer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Many rows in few statements: collects rows, and hands them to PostgreSQL as one array a column.
///
/// The SQL reads them with `unnest(?::uuid[], ?::text[], …)`; a statement carries at most [#AT_ONCE] rows
/// and some megabytes, so that triggers fire once for thousands of rows and memory stays bounded.
final class Rows {

    static final int AT_ONCE = 2_000;

    /// A row of an archive may have megabytes.
    private static final int MOST_LETTERS = 4 << 20;

    private final JdbcTemplate db;
    private final String sql;
    private final String[] types;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();
    private int written;
    private long letters;

    /// @param types the SQL type of each column, such as `uuid`, `text`, `date`
    Rows(JdbcTemplate db, String sql, String... types) {
        this.db = db;
        this.sql = sql;
        this.types = types;
    }

    void add(@Nullable Object... row) {
        if (row.length != types.length) throw new IllegalArgumentException("columns: " + row.length);
        waiting.add(row);
        for (var value : row) if (value instanceof String text) letters += text.length();
        if (waiting.size() >= AT_ONCE || letters >= MOST_LETTERS) flush();
    }

    /// @return how many rows the statements have touched so far
    int flush() {
        if (waiting.isEmpty()) return written;
        var rows = List.copyOf(waiting);
        waiting.clear();
        letters = 0;
        written += java.util.Objects.requireNonNullElse(
                db.execute((Connection connection) -> {
                    try (var statement = connection.prepareStatement(sql)) {
                        for (int column = 0; column < types.length; column++) {
                            statement.setArray(column + 1, array(connection, rows, column));
                        }
                        return statement.executeUpdate();
                    }
                }),
                0);
        return written;
    }

    private Array array(Connection connection, List<@Nullable Object[]> rows, int column) throws SQLException {
        var values = new Object[rows.size()];
        for (int row = 0; row < values.length; row++) {
            var value = rows.get(row)[column];
            values[row] = value instanceof LocalDate date ? Date.valueOf(date) : value;
        }
        return connection.createArrayOf(types[column], values);
    }
}
