package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.wirknetz.Cast;
import org.wirknetz.RoomTest;

/// What becomes of an import that somebody stops, that is sent twice, or whose server goes down and comes back.
@RoomTest
class ImportInterruptionsTests {

    @Autowired
    Cast cast;

    @Autowired
    Imports imports;

    @Autowired
    ImportJobs jobs;

    @Autowired
    JdbcTemplate db;

    @Autowired
    ImportFiles files;

    @Autowired
    ImportChecking checking;

    private static String list(int partners) {
        return "Name;E-Mail;Ort\n"
                + IntStream.range(0, partners)
                        .mapToObj(it -> "Partner Nummer " + it + ";info@partner" + it + ".example;Lindenfurt")
                        .collect(Collectors.joining("\n"));
    }

    private ImportId checked(int partners) {
        var bytes = list(partners).getBytes(StandardCharsets.UTF_8);
        try {
            var id = imports.upload(
                    List.of(new Imports.Upload("organisationen.csv", bytes.length, new ByteArrayInputStream(bytes))));
            imports.map(id, new ImportMapping(List.of()));
            await(id, "CHECKED");
            return id;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private String state(ImportId id) {
        return java.util.Objects.requireNonNull(
                db.queryForObject("select state from transfer.import_run where id = ?", String.class, id.value()));
    }

    private void await(ImportId id, String state) {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (!state(id).equals(state)) {
            assertThat(Instant.now()).as("still " + state(id)).isBefore(until);
            LockSupport.parkNanos(5_000_000);
        }
    }

    private void awaitRows(ImportId id) {
        var until = Instant.now().plus(Duration.ofSeconds(60));
        while (Long.valueOf(0)
                .equals(db.queryForObject(
                        "select done from transfer.import_run where id = ?", Long.class, id.value()))) {
            assertThat(Instant.now()).as("nothing is written").isBefore(until);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private int partners() {
        return java.util.Objects.requireNonNull(
                db.queryForObject("select count(*) from directory.organisation", Integer.class));
    }

    @Test
    void cancelled_in_the_middle_it_leaves_nothing_behind() {
        var stage = cast.network();
        stage.inside(() -> {
            var id = checked(4_000);
            imports.run(id, ImportChoices.OPEN);
            awaitRows(id);
            imports.cancel(id);
            await(id, "CANCELLED");
            assertThat(partners()).isZero();
        });
    }

    @Test
    void a_server_that_goes_down_in_the_middle_finishes_the_work_when_it_is_back() {
        var stage = cast.network();
        stage.inside(() -> {
            var id = checked(4_000);
            var goingDown = new ImportJobs(db, files, checking);
            db.update(
                    "update transfer.import_run set state = 'RUNNING', created_at = now() - interval '1 minute'"
                            + " where id = ?",
                    id.value());
            goingDown.begin(id);
            awaitRows(id);
            goingDown.stop();
            var until = Instant.now().plus(Duration.ofSeconds(180));
            while (!state(id).equals("DONE")) {
                assertThat(state(id)).isEqualTo("RUNNING");
                assertThat(Instant.now()).isBefore(until);
                jobs.takeUp();
                LockSupport.parkNanos(50_000_000);
            }
            assertThat(partners()).isEqualTo(4_000);
        });
    }

    /// The server dies when the rows are written and the import is not yet noted as done.
    @Test
    void an_import_is_done_and_known_to_be_done_or_neither() {
        var stage = cast.network();
        stage.inside(() -> {
            var id = checked(3);
            // Once to note what was done, once to note that it broke.
            var died = new CountDownLatch(2);
            var dying = new ImportJobs(
                    new Dying(java.util.Objects.requireNonNull(db.getDataSource()), died), files, checking);
            db.update("update transfer.import_run set state = 'RUNNING', lease = null where id = ?", id.value());
            dying.begin(id);
            assertThat(await(died)).isTrue();
            dying.stop();
            db.update(
                    "update transfer.import_run set lease = null, created_at = now() - interval '1 minute' where id = ?",
                    id.value());
            jobs.takeUp();
            await(id, "DONE");
            assertThat(partners()).isEqualTo(3);
            assertThat(db.queryForObject(
                            "select report #>> '{counts,organisations,added}' || (change is not null)"
                                    + " from transfer.import_run where id = ?",
                            String.class,
                            id.value()))
                    .as("its report tells what it did, and it can be taken back")
                    .isEqualTo("3true");
        });
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Dying extends JdbcTemplate {

        private final CountDownLatch died;

        Dying(javax.sql.DataSource source, CountDownLatch died) {
            super(source);
            this.died = died;
        }

        @Override
        public int update(String sql, @org.jspecify.annotations.Nullable Object... values) {
            if (!sql.contains("import_run set state")) return super.update(sql, values);
            died.countDown();
            throw new IllegalStateException("The server is gone.");
        }
    }
}
