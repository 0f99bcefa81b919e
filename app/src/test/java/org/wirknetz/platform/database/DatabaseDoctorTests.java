package org.wirknetz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirknetz.platform.database.Finding.Verdict;

class DatabaseDoctorTests {

    private final DatabaseDoctor doctor = new DatabaseDoctor(Clock.systemUTC());

    @TempDir
    Path folder;

    @Test
    void a_database_at_work_is_found_well_but_for_the_care_that_tests_leave_out() throws Exception {
        TestDatabase.emptyCluster(folder.resolve("home"));
        try (var database = EmbeddedDatabase.start(folder.resolve("home"), TestDatabase.settings())) {
            assertThat(doctor.embedded(database.home()))
                    .filteredOn(it -> it.verdict() != Verdict.OK)
                    .extracting(Finding::check)
                    .containsExactlyInAnyOrder("fsync", "commit");
        }
        var durable = new Settings(
                true,
                16,
                10,
                TestDatabase.settings().programs(),
                TestDatabase.settings().unpacked());
        try (var database = EmbeddedDatabase.start(folder.resolve("home"), durable)) {
            assertThat(doctor.embedded(database.home()))
                    .hasSize(9)
                    .allSatisfy(it -> assertThat(it.verdict()).isEqualTo(Verdict.OK));
        }
        assertThat(verdicts(doctor.embedded(folder.resolve("home")), "owner")).containsExactly(Verdict.WARN);
        assertThat(verdicts(doctor.embedded(folder.resolve("nowhere")), "home")).containsExactly(Verdict.FAIL);
    }

    @Test
    void a_role_that_row_level_security_does_not_bind_is_a_failure() throws SQLException {
        var server = TestDatabase.server();
        var url = TestDatabase.createDatabase("doctor", null);
        try (var connection = TestDatabase.asOwner("doctor")) {
            Sql.execute(connection, "drop role if exists doctor_owner");
            Sql.execute(connection, "create role doctor_owner");
            Sql.execute(connection, "create role doctor_spared bypassrls");
            Sql.execute(connection, "create table public.thing (id int)");
            Sql.execute(connection, "alter table public.thing owner to doctor_owner");
        }
        var user = server.ownerUser();
        var password = server.ownerPassword();
        assertThat(verdicts(doctor.external(url, user, password, "doctor_owner"), "role"))
                .containsExactly(Verdict.FAIL);
        assertThat(verdicts(doctor.external(url, user, password, "doctor_spared"), "role"))
                .containsExactly(Verdict.FAIL);
        assertThat(verdicts(doctor.external(url, user, password, user), "role")).containsExactly(Verdict.FAIL);
        assertThat(verdicts(doctor.external(url, user, password, server.appUser()), "role"))
                .containsExactly(Verdict.OK);
        assertThat(verdicts(doctor.external(url, user, "wrong", server.appUser()), "answer"))
                .containsExactly(Verdict.FAIL);
        TestDatabase.dropDatabase("doctor");
        try (var connection = TestDatabase.asOwner("postgres")) {
            Sql.execute(connection, "drop role doctor_owner, doctor_spared");
        }
    }

    @Test
    void secrets_that_others_may_read_are_a_failure_and_an_open_folder_is_a_warning() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        assertThat(FolderChecks.permissions(folder).verdict()).isEqualTo(Verdict.OK);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        assertThat(FolderChecks.permissions(folder).verdict()).isEqualTo(Verdict.WARN);
        Files.writeString(folder.resolve("owner.password"), "secret");
        Files.setPosixFilePermissions(folder.resolve("owner.password"), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(FolderChecks.permissions(folder).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void an_orphaned_server_is_a_failure() throws Exception {
        var home = folder.resolve("home");
        TestDatabase.emptyCluster(home);
        try (var program = LivingProgram.start(home)) {
            assertThat(verdicts(doctor.embedded(home), "owner")).containsExactly(Verdict.OK);
            program.watchdog().forEach(ProcessHandle::destroyForcibly);
            program.process.destroyForcibly().waitFor();
            assertThat(verdicts(doctor.embedded(home), "owner")).containsExactly(Verdict.FAIL);
        }
        EmbeddedDatabase.start(home, TestDatabase.settings()).close();
    }

    @Test
    void every_threshold_is_where_it_is_said_to_be() {
        var now = Instant.parse("2026-11-23T09:00:00Z");
        assertThat(List.of(
                        FolderChecks.space(folder, 2L << 30),
                        FolderChecks.space(folder, 900L << 20),
                        FolderChecks.space(folder, 100L << 20),
                        ServerChecks.version(15),
                        ServerChecks.version(14),
                        ServerChecks.clock(now, now.plus(Duration.ofSeconds(4))),
                        ServerChecks.clock(now, now.minus(Duration.ofSeconds(6))),
                        ServerChecks.clock(now, now.plus(Duration.ofMinutes(2))),
                        ServerChecks.checksums("off"),
                        ServerChecks.fsync("on", "off"),
                        ServerChecks.fsync("on", "on"),
                        ServerChecks.commit("remote_apply"),
                        ServerChecks.commit("local"),
                        ServerChecks.commit("off")))
                .extracting(Finding::verdict)
                .containsExactly(
                        Verdict.OK,
                        Verdict.WARN,
                        Verdict.FAIL,
                        Verdict.OK,
                        Verdict.FAIL,
                        Verdict.OK,
                        Verdict.WARN,
                        Verdict.FAIL,
                        Verdict.WARN,
                        Verdict.FAIL,
                        Verdict.OK,
                        Verdict.OK,
                        Verdict.WARN,
                        Verdict.FAIL);
    }

    @Test
    void every_finding_has_its_sentence_in_both_languages() {
        for (var check : List.of("space", "permissions", "owner", "clock", "commit", "fsync", "role", "version")) {
            for (var verdict : List.of(Verdict.OK, Verdict.FAIL)) {
                var finding = new Finding(check, verdict, List.of("a", "b"));
                for (var locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
                    assertThat(finding.sentence(locale)).contains(" ").doesNotStartWith("database.");
                }
            }
        }
    }

    private static List<Verdict> verdicts(List<Finding> findings, String check) {
        return findings.stream()
                .filter(it -> it.check().equals(check))
                .map(Finding::verdict)
                .toList();
    }
}
