package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    @TempDir
    Path folder;

    Path home = Path.of("");
    Path file = Path.of("");
    Path target = Path.of("");

    final Backup backup = new Backup("0.1.0", Clock.fixed(NOW, ZoneOffset.UTC));
    final Restore restore = new Restore(TestDatabase.settings(), Region.MIGRATION);

    @BeforeEach
    void an_installation() throws IOException {
        home = folder.resolve("home");
        file = folder.resolve("backup.zip");
        target = folder.resolve("target");
        TestDatabase.emptyCluster(home);
        Files.createDirectories(home.resolve("files/2026"));
        Files.writeString(home.resolve("files/2026/minutes.txt"), "Jonas Weber leads the working group.");
        Files.writeString(home.resolve("wirknetz.properties"), "base-url=https://example.org");
    }

    @Test
    void a_physical_backup_made_under_load_holds_every_row_of_one_moment() throws Exception {
        try (var database = start(home)) {
            prepare(database, 2_000);
            var writer = new Writer(database);
            backup.physical(home, file, TestDatabase.settings());
            assertThat(writer.stop()).isGreaterThan(10);
        }
        restore.into(target, file, false);
        try (var database = start(target);
                var connection = asOwner(database)) {
            assertThat(Sql.one(connection, "select count(*) from directory.organisation"))
                    .isEqualTo("2000");
            assertOneMoment(connection);
        }
        assertOtherFiles();
    }

    @Test
    void a_logical_backup_made_under_load_holds_every_row_of_one_moment() throws Exception {
        try (var database = start(home)) {
            prepare(database, 2_000);
            var writer = new Writer(database);
            backup.logical(home, file, TestDatabase.settings());
            assertThat(writer.stop()).isGreaterThan(3);
        }
        restore.into(target, file, false);
        try (var database = start(target);
                var connection = asOwner(database)) {
            assertThat(Sql.one(connection, "select count(*) from directory.organisation"))
                    .isEqualTo("2000");
            assertOneMoment(connection);
        }
        assertOtherFiles();
    }

    @Test
    void rows_come_back_byte_for_byte_by_either_way() throws Exception {
        String before;
        try (var database = start(home)) {
            before = prepare(database, 300);
        }
        backup.physical(home, file, TestDatabase.settings());
        restore.into(target, file, false);
        assertThat(sum(target)).isEqualTo(before);

        var rows = folder.resolve("rows.zip");
        backup.logical(home, rows, TestDatabase.settings());
        restore.into(folder.resolve("second"), rows, false);
        assertThat(sum(folder.resolve("second"))).isEqualTo(before);
    }

    @Test
    void after_restoring_rows_all_rules_are_in_force_again() throws Exception {
        try (var database = start(home)) {
            prepare(database, 20);
        }
        backup.logical(home, file, TestDatabase.settings());
        restore.into(target, file, false);
        try (var database = start(target);
                var connection = asOwner(database)) {
            assertThatThrownBy(() -> Sql.execute(connection, "delete from directory.trail"))
                    .hasMessageContaining("the trail is not changed");
            assertThatThrownBy(() -> Sql.execute(connection, "insert into directory.address values (99, 999, '')"))
                    .hasMessageContaining("violates foreign key");
            Sql.execute(connection, "insert into directory.organisation (name) values ('Metallbau Yıldız GmbH')");
            assertThat(Sql.one(connection, "select max(id) from directory.organisation"))
                    .isEqualTo("21");
            assertThat(Sql.one(connection, "select count(*) from directory.trail"))
                    .isEqualTo("21");
            assertThat(Sql.one(connection, "select count(*) from directory.towns"))
                    .isEqualTo("9");
            assertThat(Sql.one(connection, "select relforcerowsecurity from pg_class where relname = 'organisation'"))
                    .isEqualTo("t");
            assertThat(Sql.one(
                            connection,
                            "select count(*) from directory.organisation where search @@ to_tsquery('german', 'haus')"))
                    .isEqualTo("6");
        }
    }

    @Test
    void another_program_saves_while_the_first_one_serves() throws Exception {
        TestDatabase.emptyCluster(folder.resolve("busy"));
        try (var program = LivingProgram.start(folder.resolve("busy"))) {
            var manifest = backup.physical(folder.resolve("busy"), file, TestDatabase.settings());
            assertThat(manifest.kind()).isEqualTo(Manifest.Kind.PHYSICAL);
            assertThat(program.process.isAlive()).isTrue();
        }
        assertThat(BackupFile.verify(file).createdAt()).isEqualTo(NOW);
    }

    @Test
    void a_backup_is_for_its_owner_alone_and_tells_what_it_is() throws Exception {
        try (var database = start(home)) {
            prepare(database, 5);
        }
        var manifest = backup.logical(home, file, TestDatabase.settings());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(BackupFile.verify(file)).isEqualTo(manifest);
        assertThat(manifest.product()).isEqualTo("0.1.0");
        assertThat(manifest.schemas()).containsEntry("directory", "7");
        assertThat(manifest.rows()).isEqualTo(5 + 5 + 5 + 2 + 1 + 1);
    }

    @Test
    void a_damaged_file_is_refused_wherever_the_damage_is() throws Exception {
        backup.physical(home, file, TestDatabase.settings());
        var whole = Files.readAllBytes(file);
        for (var part = 1; part < 20; part++) {
            var damaged = whole.clone();
            damaged[damaged.length / 20 * part] ^= 0x55;
            Files.write(file, damaged);
            assertRefused("database.backup-damaged");
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertRefused("database.backup-damaged");
        Files.writeString(file, "Name;Ort\nJobcenter;Lindenfurt\n");
        assertRefused("database.backup-damaged");
        Files.delete(file);
        assertRefused("database.backup-missing");
        assertThat(target.resolve("data")).doesNotExist();
    }

    @Test
    void a_target_that_holds_something_is_replaced_only_on_request() throws Exception {
        try (var database = start(home)) {
            prepare(database, 3);
        }
        backup.physical(home, file, TestDatabase.settings());
        TestDatabase.emptyCluster(target);
        Files.createDirectories(target.resolve("files"));
        Files.writeString(target.resolve("files/old.txt"), "old");
        Files.createDirectories(target.resolve("demo/data"));
        Files.writeString(target.resolve("demo/data/PG_VERSION"), "18");
        assertRefused("database.restore-not-empty");
        assertThat(target.resolve("files/old.txt")).exists();

        restore.into(target, file, true);

        assertThat(sum(target)).isEqualTo(sum(home));
        assertThat(target.resolve("files/old.txt")).doesNotExist();
        try (var left = Files.list(target)) {
            assertThat(left.map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "data",
                            "demo", // an installation of its own inside this one stays as it is
                            "log",
                            "lock",
                            "files",
                            "wirknetz.properties",
                            "app.password",
                            "owner.password");
        }
    }

    @Test
    void a_restore_that_fails_in_the_middle_leaves_the_old_installation_intact() throws Exception {
        try (var database = start(home)) {
            prepare(database, 3);
        }
        backup.logical(home, file, TestDatabase.settings());
        TestDatabase.emptyCluster(target);
        Files.writeString(target.resolve("old.txt"), "old");
        var failing = new Restore(TestDatabase.settings(), (_, _, _, _) -> {
            throw new IllegalStateException("power cut");
        });
        assertThatThrownBy(() -> failing.into(target, file, true)).hasMessage("power cut");
        try (var _ = start(target)) {
            assertThat(target.resolve("old.txt")).hasContent("old");
            assertThat(target.resolve("restore.new")).doesNotExist();
        }
    }

    @Test
    void a_killed_restore_leaves_the_old_installation_intact() throws Exception {
        try (var database = start(home)) {
            prepare(database, 3);
        }
        backup.physical(home, file, TestDatabase.settings());
        TestDatabase.emptyCluster(target);
        Files.writeString(target.resolve("old.txt"), "old");
        var other = LivingProgram.restore(target, file);
        while (!Files.exists(target.resolve("restore.new/data/PG_VERSION")) && other.isAlive()) {
            Thread.sleep(1);
        }
        other.destroyForcibly().waitFor();
        try (var database = start(target);
                var connection = asOwner(database)) {
            assertThat(target.resolve("old.txt")).hasContent("old");
            assertThat(Sql.one(connection, "select count(*) from pg_tables where schemaname = 'directory'"))
                    .isEqualTo("0");
            assertThat(target.resolve("restore.new")).doesNotExist();
        }
    }

    @Test
    void a_backup_that_breaks_off_leaves_nothing_under_its_name() throws Exception {
        Files.writeString(file, "the backup of yesterday");
        assertThatThrownBy(() -> backup.external("jdbc:postgresql://127.0.0.1:1/none", "u", "p", home, file))
                .isInstanceOf(DatabaseRefused.class);
        assertThat(file).hasContent("the backup of yesterday");
        assertThat(file.resolveSibling("backup.zip.part")).doesNotExist();
    }

    @Test
    void a_backup_inside_the_folder_that_it_saves_is_refused() {
        assertThatThrownBy(() -> backup.physical(home, home.resolve("files/b.zip"), TestDatabase.settings()))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, it -> assertThat(it.key()).isEqualTo("database.backup-inside"));
    }

    @Test
    void another_postgresql_is_saved_and_brought_back_by_an_owner_who_is_no_superuser() throws Exception {
        var server = TestDatabase.server();
        try (var connection = TestDatabase.asOwner("postgres")) {
            Sql.execute(connection, "drop database if exists outside with (force)");
            Sql.execute(connection, "drop database if exists outside_too with (force)");
            Sql.execute(connection, "drop role if exists outsider");
            Sql.execute(connection, "create role outsider login password 'outside'");
            Sql.execute(connection, "create database outside owner outsider");
            Sql.execute(connection, "create database outside_too owner outsider");
        }
        String before;
        Region.migrate(server.url("outside"), "outsider", "outside", java.util.Map.of());
        try (var connection = Connections.open(server.url("outside"), "outsider", "outside")) {
            Region.fill(connection, 50);
            before = Region.sum(connection);
        }
        backup.external(server.url("outside"), "outsider", "outside", home, file);
        restore.external(server.url("outside_too"), "outsider", "outside", target, file, false);
        try (var connection = Connections.open(server.url("outside_too"), "outsider", "outside")) {
            assertThat(Region.sum(connection)).isEqualTo(before);
            Sql.execute(connection, "delete from directory.kind");
        }
        assertOtherFilesWithoutPasswords();
        assertThatThrownBy(() -> restore.external(
                        server.url("outside_too"), "outsider", "outside", folder.resolve("third"), file, false))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("not empty");
        restore.external(server.url("outside_too"), "outsider", "outside", target, file, true);
        try (var connection = Connections.open(server.url("outside_too"), "outsider", "outside")) {
            assertThat(Region.sum(connection)).isEqualTo(before);
        }
    }

    @Test
    void rows_that_a_policy_hides_make_the_backup_fail_and_not_incomplete() throws Exception {
        var server = TestDatabase.server();
        try (var connection = TestDatabase.asOwner("postgres")) {
            Sql.execute(connection, "drop database if exists hidden with (force)");
            Sql.execute(connection, "drop role if exists bound");
            Sql.execute(connection, "create role bound login password 'bound'");
            Sql.execute(connection, "create database hidden owner bound");
        }
        Region.migrate(server.url("hidden"), "bound", "bound", java.util.Map.of());
        try (var connection = Connections.open(server.url("hidden"), "bound", "bound")) {
            Sql.execute(connection, "drop policy maintenance on directory.organisation");
        }
        assertThatThrownBy(() -> backup.external(server.url("hidden"), "bound", "bound", home, file))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, it -> assertThat(it.key()).isEqualTo("database.backup-not-allowed"));
        assertThat(file).doesNotExist();
    }

    /// Goes on writing pairs of rows, each pair in one transaction.
    private static final class Writer {
        private final AtomicBoolean stop = new AtomicBoolean();
        private final AtomicInteger pairs = new AtomicInteger();
        private final Thread thread;

        private Writer(EmbeddedDatabase database) throws InterruptedException {
            thread = new Thread(() -> write(database));
            thread.start();
            while (pairs.get() == 0) {
                Thread.sleep(1);
            }
        }

        private void write(EmbeddedDatabase database) {
            try (var connection = asOwner(database)) {
                while (!stop.get()) {
                    Sql.execute(connection, """
                            begin;
                            update directory.organisation set notes = coalesce(notes, '') || 'x' where id = 1;
                            insert into directory.trail (at, what) values (now(), 'pair');
                            update directory.organisation set weight = weight + 1 where id = 1 + random() * 1900;
                            commit
                            """);
                    pairs.incrementAndGet();
                }
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        int stop() throws InterruptedException {
            stop.set(true);
            thread.join();
            return pairs.get();
        }
    }

    private static void assertOneMoment(Connection connection) throws SQLException {
        assertThat(Sql.one(connection, """
                select (select length(notes) from directory.organisation where id = 1)
                     = (select count(*) from directory.trail where what = 'pair')
                """)).isEqualTo("t");
        assertThat(Sql.one(connection, "select count(*) > 0 from directory.trail where what = 'pair'"))
                .isEqualTo("t");
    }

    private void assertOtherFiles() throws IOException {
        assertOtherFilesWithoutPasswords();
        assertThat(target.resolve("owner.password")).exists();
    }

    private void assertOtherFilesWithoutPasswords() throws IOException {
        assertThat(target.resolve("files/2026/minutes.txt")).hasContent("Jonas Weber leads the working group.");
        assertThat(target.resolve("wirknetz.properties")).hasContent("base-url=https://example.org");
        try (var files = Files.walk(target)) {
            assertThat(files)
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .endsWith("------"));
        }
    }

    private void assertRefused(String key) {
        assertThatThrownBy(() -> restore.into(target, file, false))
                .isInstanceOfSatisfying(
                        DatabaseRefused.class, it -> assertThat(it.key()).isEqualTo(key));
    }

    private static String prepare(EmbeddedDatabase database, int organisations) throws SQLException {
        Region.migrate(database.url(), database.ownerUser(), database.ownerPassword(), java.util.Map.of());
        try (var connection = asOwner(database)) {
            Region.fill(connection, organisations);
            return Region.sum(connection);
        }
    }

    private static String sum(Path home) throws SQLException {
        try (var database = start(home);
                var connection = asOwner(database)) {
            return Region.sum(connection);
        }
    }

    private static EmbeddedDatabase start(Path home) {
        return EmbeddedDatabase.start(home, TestDatabase.settings());
    }

    private static Connection asOwner(EmbeddedDatabase database) throws SQLException {
        return Connections.open(database.url(), database.ownerUser(), database.ownerPassword());
    }
}
