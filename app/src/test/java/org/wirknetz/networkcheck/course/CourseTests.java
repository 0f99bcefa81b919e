package org.wirknetz.networkcheck.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.TieRecord;
import org.wirknetz.networkcheck.Work;

class CourseTests {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final List<String> M8 = List.of("AB", "AC", "AD", "AE", "AF", "BC", "DE", "FG", "GH");

    @Test
    void an_arrow_needs_more_than_one_organisation_could_cause() {
        assertThat(course(new Range(2, 3), new Range(4, 5)).trend()).isEqualTo(Course.Trend.RISING);
        assertThat(course(new Range(4, 5), new Range(2, 3)).trend()).isEqualTo(Course.Trend.FALLING);
        assertThat(course(new Range(2, 4), new Range(3, 5)).trend()).isEqualTo(Course.Trend.NONE);
        assertThat(course(null, new Range(3, 5)).trend()).isEqualTo(Course.Trend.NONE);
    }

    private static Course course(@Nullable Range yearAgo, Range now) {
        return new Course(List.of(), Optional.of(now), Optional.ofNullable(yearAgo), Optional.empty());
    }

    @Test
    void a_value_is_low_or_high_beside_its_own_quarters_only() {
        assertThat(past(1, 2, 3, 4, 0.5).level()).isEqualTo(Course.Level.LOW);
        assertThat(past(1, 2, 3, 4, 2.5).level()).isEqualTo(Course.Level.MIDDLE);
        assertThat(past(1, 2, 3, 4, 9).level()).isEqualTo(Course.Level.HIGH);
        assertThat(past(2, 2, 2, 2, 2).level()).isEqualTo(Course.Level.MIDDLE);
        assertThat(past(1, 2, 3).level()).as("too few quarters").isEqualTo(Course.Level.UNKNOWN);
    }

    private static Course past(double... values) {
        var points = java.util.Arrays.stream(values)
                .mapToObj(it -> new Course.Point(MONDAY, OptionalDouble.of(it)))
                .toList();
        return new Course(points, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void the_worked_example_is_followed_through_the_quarters() {
        var courses = Courses.of(chronicle(8, M8), MONDAY, true, Effort.threads(1));
        assertThat(last(courses.get(Gauge.WAYS))).hasValue(60.0 / 28);
        assertThat(last(courses.get(Gauge.CUT_POINTS))).hasValue(3);
        assertThat(last(courses.get(Gauge.BRIDGES))).hasValue(3);
        assertThat(last(courses.get(Gauge.DEGREES)).orElseThrow()).isEqualTo(22 / 42.0);
        assertThat(last(courses.get(Gauge.BETWEENNESS)).orElseThrow()).isEqualTo(96 / 147.0);
        assertThat(last(courses.get(Gauge.DEPENDENCY)).orElseThrow())
                .isEqualTo(0.585, org.assertj.core.api.Assertions.within(0.0005));
        assertThat(last(Courses.of(chronicle(8, M8), MONDAY, false, Effort.threads(1))
                        .get(Gauge.PIECES)))
                .hasValue(3);
        assertThat(courses.get(Gauge.WAYS).quantile()).isPresent();
        assertThat(courses.get(Gauge.DEGREES).quantile())
                .as("set by the degrees themselves")
                .isEmpty();
    }

    @Test
    void too_few_members_too_few_answers_and_nobody_give_no_value_and_no_exception() {
        for (var thin : List.of(chronicle(0, List.of()), chronicle(3, List.of("AB")), chronicle(20, List.of("AB")))) {
            Courses.of(thin, MONDAY, true, Effort.threads(1)).forEach((gauge, course) -> {
                assertThat(course.points())
                        .as(gauge.name())
                        .allMatch(it -> it.value().isEmpty());
                assertThat(course.trend()).isEqualTo(Course.Trend.NONE);
                assertThat(course.quantile()).isEmpty();
            });
        }
    }

    @Test
    void long_work_tells_how_far_it_is_and_keeps_what_was_finished_last() throws Exception {
        try (var backlog = new Backlog<String, Integer>()) {
            var begun = new CountDownLatch(1);
            var go = new CountDownLatch(1);
            var first = backlog.ask("check", 1, effort -> waiting(begun, go, 7));
            assertThat(first.answer()).isEmpty();
            assertThat(first.isUnderWay()).isTrue();
            begun.await();
            go.countDown();
            while (backlog.ask("check", 1, effort -> 8).isUnderWay()) Thread.onSpinWait();
            assertThat(backlog.ask("check", 1, effort -> 8).answer()).contains(7);
            var again = new CountDownLatch(1);
            var newer = backlog.ask("check", 2, effort -> waiting(new CountDownLatch(1), again, 9));
            assertThat(newer.answer())
                    .as("of the older data, until the newer is there")
                    .contains(7);
            assertThat(newer.isUnderWay()).isTrue();
            again.countDown();
        }
    }

    @Test
    void who_stops_long_work_gets_what_was_finished_last_until_it_is_wanted_again() throws Exception {
        try (var backlog = new Backlog<String, Integer>()) {
            var begun = new CountDownLatch(1);
            assertThat(backlog.ask("check", 1, effort -> until_stopped(begun, effort))
                            .isUnderWay())
                    .isTrue();
            begun.await();
            backlog.stop("check", 1);
            var stopped = backlog.ask("check", 1, effort -> 7);
            assertThat(stopped.stopped()).isTrue();
            assertThat(stopped.isUnderWay()).isFalse();
            assertThat(stopped.answer()).isEmpty();
            backlog.resume("check");
            while (backlog.ask("check", 1, effort -> 8).isUnderWay()) Thread.onSpinWait();
            assertThat(backlog.ask("check", 1, effort -> 9).answer()).contains(8);
            backlog.stop("check", 2);
            assertThat(backlog.ask("check", 3, effort -> 9).stopped())
                    .as("other data are worked out by themselves")
                    .isFalse();
        }
    }

    private static int until_stopped(CountDownLatch begun, Effort effort) {
        begun.countDown();
        while (true) effort.check();
    }

    private static int waiting(CountDownLatch begun, CountDownLatch go, int answer) {
        begun.countDown();
        try {
            go.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }

    private static OptionalDouble last(@Nullable Course course) {
        return course == null
                ? OptionalDouble.empty()
                : course.points().getLast().value();
    }

    private static Chronicle chronicle(int size, List<String> ties) {
        var members = java.util.stream.IntStream.range(0, size)
                .mapToObj(it -> String.valueOf((char) ('A' + it)))
                .map(it -> new Member(
                        id(it), it, it, it, "", List.of(), "", it.equals("A"), List.of(new Member.Stay(null, null))))
                .toList();
        return new Chronicle(
                1,
                members,
                ties.stream()
                        .map(it -> new TieRecord(
                                UUID.randomUUID(),
                                id(it.substring(0, 1)),
                                id(it.substring(1)),
                                "INFO",
                                2,
                                true,
                                null,
                                "DECLARED",
                                LocalDate.of(2024, 1, 1),
                                null,
                                true))
                        .toList(),
                List.of(),
                List.of());
    }

    /// AB and AC are confirmed by both, AD is not; C since 2026 only.
    @Test
    void confirmation_is_followed_through_the_quarters_with_what_one_organisation_could_cause() {
        var members = List.of(member("A"), member("B"), member("C"), member("D"));
        var chronicle = new Chronicle(
                1,
                members,
                List.of(
                        said("A", "B", LocalDate.of(2024, 1, 1), true),
                        said("A", "C", LocalDate.of(2026, 1, 1), true),
                        said("A", "D", LocalDate.of(2024, 1, 1), false)),
                List.of(),
                List.of());
        var nobody = new Work(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        var course = Objects.requireNonNull(Tallies.of(chronicle, nobody, List.of(), MONDAY, true, Effort.threads(1))
                .get(Tally.CONFIRMED));
        assertThat(course.points().getLast().portion()).isEqualTo(new Portion(2, 3));
        assertThat(course.points().stream()
                        .filter(it -> it.day().equals(LocalDate.of(2025, 12, 31)))
                        .map(Followed.Point::portion))
                .containsExactly(new Portion(1, 2));
        // Without A no pair is left, without B or C one of two, without D two of two.
        assertThat(course.course().now()).contains(new Range(0.5, 1));
        assertThat(course.course().yearAgo()).contains(new Range(0, 1));
        assertThat(course.course().trend()).isEqualTo(Course.Trend.NONE);
    }

    private static Member member(String key) {
        return new Member(
                id(key),
                key,
                key,
                key,
                "",
                List.of(),
                "",
                false,
                List.of(new Member.Stay(LocalDate.of(2024, 1, 1), null)));
    }

    private static TieRecord said(String one, String other, LocalDate since, boolean byBoth) {
        return new TieRecord(
                new UUID(1, (one + other).hashCode()),
                id(one),
                id(other),
                "INFO",
                null,
                true,
                null,
                "DECLARED",
                since,
                null,
                byBoth);
    }

    private static UUID id(String key) {
        return new UUID(0, key.hashCode());
    }

    /// One reader asks for a thousand days; the next network's readers are not kept waiting for all of them.
    @Test
    void only_so_many_questions_wait_at_a_time() throws Exception {
        var held = new CountDownLatch(1);
        try (var backlog = new Backlog<Integer, Integer>()) {
            for (int day = 0; day < 20; day++) {
                var asked = backlog.ask(day, 1, effort -> {
                    try {
                        held.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                    return 1;
                });
                assertThat(asked.isUnderWay()).isEqualTo(day < 8);
                assertThat(asked.stopped()).isEqualTo(day >= 8);
            }
            held.countDown();
        }
    }

    @Test
    void a_day_far_away_has_as_few_quarters_as_any_other() {
        var far = chronicle(8, M8).quarters(LocalDate.of(999_999_999, 12, 31), 12);
        assertThat(far).hasSize(12).endsWith(LocalDate.of(999_999_999, 12, 31));
        assertThat(far.get(10)).isEqualTo(LocalDate.of(999_999_999, 9, 30));
    }
}
