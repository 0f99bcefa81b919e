package org.wirknetz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.database.EmbeddedDatabase;
import org.wirknetz.platform.database.TestDatabase;

/// A start asks the history of each module only where a migration may be missing.
class MigrationsTests {

    @TempDir
    Path folder;

    @Test
    void what_these_migrations_made_is_left_alone_and_anything_else_is_looked_at() throws Exception {
        TestDatabase.emptyCluster(folder);
        try (var database = EmbeddedDatabase.start(folder, TestDatabase.settings());
                var connection =
                        DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword())) {
            var address = DatabaseAddress.outside(database.url(), database.ownerUser(), database.ownerPassword());
            Migrations.run(address);
            // A view that anybody may make anew: as if it had never been made here.
            connection.createStatement().execute("delete from access.migration where script = 'R__cards.sql'");
            Migrations.run(address);
            assertThat(cardsKnown(connection)).as("looked at").isFalse();

            connection.createStatement().execute("comment on schema platform is 'migrations of another program'");
            Migrations.run(address);
            assertThat(cardsKnown(connection)).isTrue();

            SchemaMark.ofProgram().takeOff(connection);
            assertThat(SchemaMark.ofProgram().isOn(connection))
                    .as("between two marks")
                    .isFalse();
        }
    }

    private static boolean cardsKnown(Connection connection) throws SQLException {
        try (var found = connection
                .createStatement()
                .executeQuery("select exists (select from access.migration where script = 'R__cards.sql')")) {
            return found.next() && found.getBoolean(1);
        }
    }
}
