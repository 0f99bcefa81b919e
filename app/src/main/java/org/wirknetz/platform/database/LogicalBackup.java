package org.wirknetz.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/// Copies the rows of all tables as they were at one moment, while others go on writing.
record LogicalBackup(Connection connection) {

    List<Manifest.Table> copyTo(BackupWriter backup) throws IOException, SQLException {
        connection.setAutoCommit(false);
        Sql.execute(connection, "set transaction isolation level repeatable read read only");
        var hidden = Tables.hidden(connection);
        if (!hidden.isEmpty()) {
            throw new DatabaseRefused("database.backup-not-allowed", String.join(", ", hidden));
        }
        Sql.execute(connection, "set local datestyle = iso");
        Sql.execute(connection, "set local intervalstyle = postgres");
        Sql.execute(connection, "set local extra_float_digits = 1");
        var saved = new ArrayList<Manifest.Table>();
        backup.folder("tables");
        for (var table : Tables.of(connection)) {
            var entry =
                    "tables/%04d-%s.%s.copy".formatted(saved.size() + 1, plain(table.schema()), plain(table.name()));
            var rows = new long[1];
            backup.entry(entry, stream -> rows[0] = copy(table, stream));
            saved.add(new Manifest.Table(table.schema(), table.name(), table.columns(), entry, rows[0]));
        }
        return saved;
    }

    private long copy(Manifest.Table table, OutputStream stream) throws IOException, SQLException {
        var rows = "copy (select " + Sql.quoted(table.columns()) + " from " + table.quoted() + ") to stdout";
        return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(rows, stream);
    }

    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9_]", "-");
    }
}
