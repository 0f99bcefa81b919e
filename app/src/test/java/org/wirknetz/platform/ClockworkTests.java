package org.wirknetz.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.RoomTest;

/// Work that comes round goes on whatever it meets, and somebody hears of what keeps failing.
@RoomTest
class ClockworkTests {

    @Autowired
    RecurringTrouble trouble;

    @Autowired
    JdbcClient db;

    /// Throws as often as it is told to, then works.
    private static class Stumbling implements Recurring {
        private final String name = "test." + UUID.randomUUID();
        private final AtomicInteger rounds = new AtomicInteger();
        private final CountDownLatch reached;
        private final Throwable fault;
        private final int failing;

        Stumbling(Throwable fault, int failing, int until) {
            this.fault = fault;
            this.failing = failing;
            this.reached = new CountDownLatch(until);
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(1);
        }

        @Override
        public void round() throws Exception {
            reached.countDown();
            if (rounds.incrementAndGet() > failing) return;
            if (fault instanceof Error error) throw error;
            throw (Exception) fault;
        }
    }

    @Test
    void a_round_that_throws_is_followed_by_the_next() throws Exception {
        for (var fault : List.of(
                new IllegalArgumentException("somebody@caritas.example is odd"),
                new java.io.IOException("away"),
                new StackOverflowError(),
                new AssertionError("never"))) {
            var work = new Stumbling(fault, 1, 3);
            var clockwork = new Clockwork(List.of(work), trouble, true);
            clockwork.start();
            assertThat(work.reached.await(10, TimeUnit.SECONDS))
                    .as("three rounds in spite of " + fault.getClass().getSimpleName())
                    .isTrue();
            clockwork.stop();
            assertThat(clockwork.isRunning()).isFalse();
        }
    }

    @Test
    void what_keeps_failing_can_be_seen_without_a_word_about_anybody_until_it_works_again() throws Exception {
        var work = new Stumbling(new IllegalArgumentException("somebody@caritas.example is odd"), 1_000_000, 4);
        run(work);
        var row = db.sql("select failures, fault from platform.recurring_trouble where work = ?")
                .param(work.name())
                .query()
                .singleRow();
        assertThat((Integer) row.get("failures")).isGreaterThanOrEqualTo(3);
        assertThat((String) row.get("fault"))
                .startsWith("IllegalArgumentException at ")
                .doesNotContain("caritas", "odd");
        var mended = new Stumbling(new IllegalArgumentException(), 0, 2) {
            @Override
            public String name() {
                return work.name();
            }
        };
        run(mended);
        assertThat(db.sql("select count(*) from platform.recurring_trouble where work = ?")
                        .param(work.name())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private void run(Stumbling work) throws InterruptedException {
        var clockwork = new Clockwork(List.of(work), trouble, true);
        clockwork.start();
        assertThat(work.reached.await(10, TimeUnit.SECONDS)).isTrue();
        clockwork.stop();
    }

    /// A loop of one's own forgets one of these: to go on, to stop, to tell.
    @Test
    void nobody_but_the_clockwork_and_the_postman_goes_round_by_itself() throws Exception {
        try (var files = java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
            assertThat(files.filter(it -> it.toString().endsWith(".java"))
                            .filter(ClockworkTests::loops)
                            .map(it -> it.getFileName().toString()))
                    .containsExactlyInAnyOrder("Clockwork.java", "Postman.java");
        }
    }

    private static boolean loops(java.nio.file.Path file) {
        try {
            var source = java.nio.file.Files.readString(file);
            return source.contains("@Scheduled")
                    || source.contains("implements SmartLifecycle") && source.contains("Thread.");
        } catch (java.io.IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void the_verbs_of_the_console_start_no_rounds_and_the_end_comes_at_once() throws Exception {
        var work = new Stumbling(new IllegalArgumentException(), 0, 1);
        var console = new Clockwork(List.of(work), trouble, false);
        console.start();
        assertThat(console.isRunning()).isFalse();
        var sleeping = new Clockwork(
                List.of(new Recurring() {
                    @Override
                    public String name() {
                        return "test.sleeping";
                    }

                    @Override
                    public Duration every() {
                        return Duration.ofHours(1);
                    }

                    @Override
                    public void round() {
                        throw new IllegalStateException();
                    }
                }),
                trouble,
                true);
        sleeping.start();
        var begun = System.nanoTime();
        sleeping.stop();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
        assertThat(work.rounds).hasValue(0);
    }
}
