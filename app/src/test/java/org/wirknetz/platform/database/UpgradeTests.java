package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.Migrations;

/// The house's real tables, saved and brought back, also into another major version of PostgreSQL.
class UpgradeTests {

    private static final Path FIFTEEN = Path.of("/usr/lib/postgresql/15/bin");
    private static final Restore RESTORE = new Restore(TestDatabase.settings(), Migrations::restore);

    @TempDir
    Path folder;

    @Test
    void the_real_tables_come_back_by_rows() throws Exception {
        var home = folder.resolve("home");
        TestDatabase.emptyCluster(home);
        drill(home, TestDatabase.settings());
    }

    @Test
    void the_rows_of_postgresql_15_are_restored_into_the_one_we_ship() throws Exception {
        assumeTrue(Files.isDirectory(FIFTEEN), "PostgreSQL 15 is not installed here");
        drill(folder.resolve("home"), Settings.forTests().withPrograms(FIFTEEN));
    }

    private void drill(Path home, Settings settings) throws Exception {
        var file = folder.resolve("rows.zip");
        String before;
        try (var database = EmbeddedDatabase.start(home, settings)) {
            Migrations.restore(database.url(), database.ownerUser(), database.ownerPassword(), Map.of());
            try (var connection = asOwner(database)) {
                Sql.execute(connection, """
                        insert into access.network (id, slug, name, template)
                        values ('018f0000-0000-7000-8000-000000000001', 'lindenfurt', 'Lindenfurt', 'standard')
                        """);
                Sql.execute(connection, """
                        insert into directory.organisation (network, id, key, name, city)
                        select '018f0000-0000-7000-8000-000000000001', gen_random_uuid(), 'o' || n,
                               case n when 1 then 'Handwerkskammer der Häuser' else 'Träger Mueller ' || n end, 'Köln'
                          from generate_series(1, 40) n
                        """);
                before = sum(connection);
            }
            new Backup("0.1.0", Clock.systemUTC()).logical(home, file, settings);
        }
        RESTORE.into(folder.resolve("target"), file, false);
        try (var database = EmbeddedDatabase.start(folder.resolve("target"), TestDatabase.settings());
                var connection = asOwner(database)) {
            assertThat(sum(connection)).isEqualTo(before);
            assertThat(Sql.one(connection, "select count(*) from platform.search_entry"))
                    .isEqualTo("40");
            assertThat(Sql.one(
                            connection,
                            "select title from platform.search_entry where words @@ to_tsquery('german', 'haus')"))
                    .isEqualTo("Handwerkskammer der Häuser");
            // The next start migrates on from here.
            Migrations.restore(database.url(), database.ownerUser(), database.ownerPassword(), Map.of());
        }
    }

    private static String sum(Connection connection) throws SQLException {
        return Sql.one(connection, """
                select concat_ws(' ',
                  (select count(*) || md5(string_agg(o::text, '|' order by id)) from directory.organisation o),
                  (select count(*) || md5(string_agg(t::text, '|' order by id)) from platform.trail t),
                  (select count(*) || md5(string_agg(r::text, '|' order by id)) from platform.revision r),
                  (select count(*) || md5(string_agg(n::text, '|' order by id)) from access.network n))
                """);
    }

    private static Connection asOwner(EmbeddedDatabase database) throws SQLException {
        return Connections.open(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
