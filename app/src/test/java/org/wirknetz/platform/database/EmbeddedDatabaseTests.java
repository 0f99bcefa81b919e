package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTests {

    @TempDir
    Path folder;

    Path home = Path.of("");

    @BeforeEach
    void an_empty_cluster() throws IOException {
        home = folder.resolve("home");
        TestDatabase.emptyCluster(home);
    }

    @Test
    void data_survives_a_restart() throws SQLException {
        try (var database = start()) {
            write(database, "Handwerkskammer");
        }
        try (var database = start()) {
            assertThat(read(database)).isEqualTo("Handwerkskammer");
        }
    }

    @Test
    void everything_in_the_folder_is_for_its_owner_alone() throws IOException {
        try (var _ = start();
                var files = Files.walk(home)) {
            assertThat(files)
                    .allSatisfy(it -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(it)))
                            .endsWith("------"));
        }
    }

    @Test
    void the_program_signs_in_with_a_role_that_owns_nothing() throws SQLException {
        try (var database = start();
                var connection = asApp(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery("""
                        select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication,
                               (select count(*) from pg_class where relowner = pg_roles.oid)
                          from pg_roles
                         where rolname = current_user
                        """)) {
            assertThat(answer.next()).isTrue();
            assertThat(answer.getBoolean(1)).isFalse();
            assertThat(answer.getInt(2)).isZero();
        }
    }

    @Test
    void nobody_comes_in_without_the_password() {
        try (var database = start()) {
            assertThatThrownBy(() -> Connections.open(database.url(), database.ownerUser(), ""))
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> Connections.open(database.url(), database.appUser(), database.ownerPassword()))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void work_is_done_with_nothing_lowered_that_makes_a_commit_durable() throws SQLException {
        try (var database = EmbeddedDatabase.start(home, durable())) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            assertThat(ask(database, "show data_checksums")).isEqualTo("on");
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_second_program_on_the_same_folder_is_refused() throws IOException {
        try (var _ = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("in use by another Wirknetz");
            // Refused again from outside: the first refusal has not given the lock away.
            var other = LivingProgram.command(home).redirectErrorStream(true).start();
            var said = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(said)
                    .contains("in use by another Wirknetz (process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void when_the_program_is_killed_the_server_ends_and_the_next_start_works() throws Exception {
        try (var program = LivingProgram.start(home)) {
            try (var connection = Connections.open(program.url, Cluster.OWNER, ownerPassword())) {
                write(connection, "Volkshochschule");
            }
            program.process.destroyForcibly().waitFor();
            eventually("the server has ended", () -> !alive(program.postgres));
        }
        try (var database = start()) {
            assertThat(read(database)).isEqualTo("Volkshochschule");
        }
    }

    @Test
    void a_server_that_outlived_its_program_is_stopped_by_the_next() throws Exception {
        try (var program = LivingProgram.start(home)) {
            try (var connection = Connections.open(program.url, Cluster.OWNER, ownerPassword())) {
                write(connection, "Jobcenter");
            }
            program.watchdog().forEach(ProcessHandle::destroyForcibly);
            program.process.destroyForcibly().waitFor();
            assertThat(alive(program.postgres)).isTrue();
            try (var database = start()) {
                assertThat(alive(program.postgres)).isFalse();
                assertThat(read(database)).isEqualTo("Jobcenter");
            }
        }
    }

    @Test
    void a_killed_server_is_started_again_on_the_same_port() throws Exception {
        try (var database = EmbeddedDatabase.start(home, durable())) {
            write(database, "Caritasverband");
            var told = new CountDownLatch(1);
            database.onCrash(told::countDown);
            var url = database.url();
            var killed = database.pid();

            ProcessHandle.of(killed).orElseThrow().destroyForcibly();

            assertThat(told.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(database.url()).isEqualTo(url);
            assertThat(database.pid()).isNotEqualTo(killed);
            assertThat(read(database)).isEqualTo("Caritasverband");
        }
    }

    @Test
    void it_survives_being_killed_again_and_again() throws Exception {
        try (var database = EmbeddedDatabase.start(home, durable())) {
            write(database, "Metallbau Yıldız GmbH");
            for (var round = 0; round < 3; round++) {
                var killed = database.pid();
                ProcessHandle.of(killed).orElseThrow().destroyForcibly();
                eventually("a new server runs", () -> database.pid() != killed && answers(database));
            }
            assertThat(read(database)).isEqualTo("Metallbau Yıldız GmbH");
        }
    }

    @Test
    void nothing_is_left_running_after_close() {
        var database = start();
        var pid = database.pid();
        database.close();
        assertThat(alive(pid)).isFalse();
        database.close();
    }

    @Test
    void what_a_crash_left_half_made_is_cleared_away() throws IOException, SQLException {
        Files.createDirectories(home.resolve("data.new/base"));
        Files.writeString(home.resolve("data.new/PG_VERSION"), "1");
        Files.createDirectories(home.resolve("programs-new-123/bin"));
        Files.writeString(home.resolve("programs-new-123/bin/postgres"), "half");
        try (var database = start()) {
            assertThat(ask(database, "select 'here'")).isEqualTo("here");
        }
        assertThat(home.resolve("data.new")).doesNotExist();
        assertThat(home.resolve("programs-new-123")).doesNotExist();
    }

    @Test
    void a_folder_where_the_first_start_broke_off_is_begun_anew() throws IOException, SQLException {
        var broken = folder.resolve("broken");
        Files.createDirectories(broken.resolve("data.new"));
        Files.writeString(broken.resolve("data.new/postgresql.conf"), "half");
        try (var database = EmbeddedDatabase.start(broken, TestDatabase.settings())) {
            assertThat(ask(
                            database,
                            "select datlocprovider::text || datcollate from pg_database where datname = 'wirknetz'"))
                    .isIn("bC", "cC.UTF-8");
        }
    }

    @Test
    void the_note_of_a_dead_server_with_a_strangers_number_is_forgotten() throws Exception {
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(
                    home.resolve("data/postmaster.pid"),
                    stranger.pid() + "\n" + home.resolve("data") + "\n1\n5432\n\n127.0.0.1\n");
            try (var database = start()) {
                assertThat(answers(database)).isTrue();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_folder_of_somebody_else_is_refused_untouched() throws IOException {
        var strangers = folder.resolve("strangers");
        Files.createDirectories(strangers.resolve("data"));
        Files.writeString(strangers.resolve("data/thesis.txt"), "years of work");
        Files.createDirectories(strangers.resolve("programs-i-wrote"));
        assertThatThrownBy(() -> EmbeddedDatabase.start(strangers, TestDatabase.settings()))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("Choose an empty folder");
        assertThat(strangers.resolve("data/thesis.txt")).hasContent("years of work");
        assertThat(strangers.resolve("programs-i-wrote")).exists();
    }

    @Test
    void a_lost_app_password_is_made_anew() throws IOException, SQLException {
        start().close();
        Files.delete(home.resolve("app.password"));
        try (var database = start();
                var connection = asApp(database)) {
            assertThat(connection.isValid(5)).isTrue();
        }
    }

    @Test
    void a_lost_owner_password_is_told() throws IOException {
        Files.delete(home.resolve("owner.password"));
        assertThatThrownBy(this::start).isInstanceOf(DatabaseRefused.class).hasMessageContaining("owner.password");
    }

    @Test
    void a_cluster_of_another_major_version_is_refused_untouched() throws IOException {
        Files.writeString(home.resolve("data/PG_VERSION"), "12\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining("made by PostgreSQL 12");
        assertThat(home.resolve("data/PG_VERSION")).hasContent("12\n");
    }

    @Test
    void a_server_that_cannot_start_says_why() throws IOException {
        Files.writeString(home.resolve("data/postgresql.conf"), "max_connections = many\n");
        assertThatThrownBy(this::start).isInstanceOf(DatabaseRefused.class).hasMessageContaining("max_connections");
    }

    @Test
    void what_people_typed_does_not_reach_the_log() throws IOException, SQLException {
        try (var database = start();
                var connection = asOwner(database);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select 'Aylin Demir'::int"))
                    .isInstanceOf(SQLException.class);
        }
        try (var logs = Files.list(home.resolve("log"))) {
            assertThat(logs)
                    .isNotEmpty()
                    .allSatisfy(it -> assertThat(it).content().doesNotContain("Aylin"));
        }
    }

    private EmbeddedDatabase start() {
        return EmbeddedDatabase.start(home, TestDatabase.settings());
    }

    private static Settings durable() {
        var settings = TestDatabase.settings();
        return new Settings(true, 16, 20, settings.programs(), settings.unpacked());
    }

    private String ownerPassword() throws IOException {
        return new Cluster(home).ownerPassword().read();
    }

    private static Connection asOwner(EmbeddedDatabase database) throws SQLException {
        return Connections.open(database.url(), database.ownerUser(), database.ownerPassword());
    }

    private static Connection asApp(EmbeddedDatabase database) throws SQLException {
        return Connections.open(database.url(), database.appUser(), database.appPassword());
    }

    private static void write(EmbeddedDatabase database, String name) throws SQLException {
        try (var connection = asOwner(database)) {
            write(connection, name);
        }
    }

    private static void write(Connection connection, String name) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table public.organisation (name text)");
            statement.execute("insert into public.organisation values ('" + name + "')");
        }
    }

    private static String read(EmbeddedDatabase database) throws SQLException {
        return ask(database, "select name from public.organisation");
    }

    private static String ask(EmbeddedDatabase database, String question) throws SQLException {
        try (var connection = asOwner(database);
                var statement = connection.createStatement();
                var answer = statement.executeQuery(question)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }

    private static boolean answers(EmbeddedDatabase database) {
        try (var connection = asOwner(database)) {
            return connection.isValid(5);
        } catch (SQLException _) {
            return false;
        }
    }

    private static boolean alive(long pid) {
        // A zombie has ended; only its number is still there.
        return ProcessHandle.of(pid)
                .filter(it -> it.info().command().isPresent())
                .isPresent();
    }

    private static void eventually(String what, BooleanSupplier happened) {
        var deadline = Instant.now().plus(Duration.ofSeconds(15));
        while (!happened.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(deadline);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
