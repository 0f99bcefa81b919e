package org.wirknetz.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.tables.MemberStatus;
import org.wirknetz.platform.tables.Period;
import org.wirknetz.transfer.MembershipCourse.Interval;

class MembershipCourseTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate Y2019 = LocalDate.of(2019, 1, 1);
    private static final LocalDate Y2024 = LocalDate.of(2024, 1, 1);
    private static final LocalDate Y2030 = LocalDate.of(2030, 1, 1);

    @Test
    void who_is_new_begins_as_the_list_says() {
        assertThat(told(List.of(), null, Y2019, null)).containsExactly("ACTIVE 2019-01-01 null");
        assertThat(told(List.of(), MemberStatus.DORMANT, Y2019, null))
                .containsExactly("ACTIVE 2019-01-01 2026-11-23", "DORMANT 2026-11-23 null");
        assertThat(told(List.of(), MemberStatus.DORMANT, null, null)).containsExactly("DORMANT null null");
        assertThat(told(List.of(), MemberStatus.LEFT, Y2019, Y2024))
                .containsExactly("ACTIVE 2019-01-01 2024-01-01", "LEFT 2024-01-01 null");
        assertThat(told(List.of(), MemberStatus.LEFT, null, null)).containsExactly("LEFT null null");
        assertThat(told(List.of(), MemberStatus.ASKED, null, null)).containsExactly("ASKED null null");
        assertThat(told(List.of(), MemberStatus.DECLINED, Y2024, null)).containsExactly("DECLINED 2024-01-01 null");
    }

    @Test
    void whoever_is_known_changes_from_today_or_from_the_day_of_leaving() {
        var active = stored(MemberStatus.ACTIVE, Y2019, null);
        assertThat(told(active, MemberStatus.DORMANT, Y2019, null))
                .containsExactly("ACTIVE 2019-01-01 2026-11-23", "DORMANT 2026-11-23 null");
        assertThat(told(active, MemberStatus.LEFT, Y2019, Y2024))
                .containsExactly("ACTIVE 2019-01-01 2024-01-01", "LEFT 2024-01-01 null");
        assertThat(told(active, null, null, Y2024))
                .as("an end without a status")
                .containsExactly("ACTIVE 2019-01-01 2024-01-01", "LEFT 2024-01-01 null");
        assertThat(told(stored(MemberStatus.ASKED, Y2019, null), MemberStatus.ACTIVE, Y2024, null))
                .containsExactly("ASKED 2019-01-01 2024-01-01", "ACTIVE 2024-01-01 null");
    }

    @Test
    void what_is_stored_for_later_or_on_another_day_stays() {
        var left = new ArrayList<>(stored(MemberStatus.ACTIVE, Y2019, Y2024));
        left.addAll(stored(MemberStatus.LEFT, Y2024, null));
        assertThat(told(left, MemberStatus.LEFT, Y2019, LocalDate.of(2025, 5, 1)))
                .containsExactly("ACTIVE 2019-01-01 2024-01-01", "LEFT 2024-01-01 null");
        var planned = new ArrayList<>(stored(MemberStatus.ACTIVE, Y2019, Y2030));
        planned.addAll(stored(MemberStatus.LEFT, Y2030, null));
        assertThat(told(planned, MemberStatus.DORMANT, Y2019, null))
                .containsExactly("ACTIVE 2019-01-01 2030-01-01", "LEFT 2030-01-01 null");
    }

    @Test
    void the_same_row_again_adds_nothing_and_nothing_that_was_goes() {
        var days = Arrays.asList(null, Y2019, Y2024, TODAY, Y2030);
        var statuses = new ArrayList<@Nullable MemberStatus>(List.of(MemberStatus.values()));
        statuses.add(null);
        for (var from : days) {
            for (var to : days) {
                if (from != null && to != null && to.isBefore(from)) continue;
                for (var status : statuses) {
                    for (var before : List.of(
                            List.<Interval>of(),
                            stored(MemberStatus.ACTIVE, Y2019, null),
                            stored(MemberStatus.GUEST, Y2019, Y2024),
                            stored(MemberStatus.LEFT, null, null))) {
                        var once = new MembershipCourse(before, TODAY);
                        once.hear(status, new Period(from, to));
                        var kept = after(before, once);
                        for (var day = TODAY; day.isBefore(TODAY.plusDays(3)); day = day.plusDays(1)) {
                            var again = new MembershipCourse(kept, day);
                            again.hear(status, new Period(from, to));
                            assertThat(again.added())
                                    .as("%s %s %s on %s after %s", status, from, to, day, before)
                                    .isEmpty();
                            assertThat(again.changed()).isEmpty();
                        }
                        assertThat(kept).hasSizeGreaterThanOrEqualTo(before.size());
                    }
                }
            }
        }
    }

    private static List<String> told(
            List<Interval> before, @Nullable MemberStatus said, @Nullable LocalDate from, @Nullable LocalDate to) {
        var course = new MembershipCourse(before, TODAY);
        course.hear(said, new Period(from, to));
        return after(before, course).stream()
                .map(it -> it.status() + " " + it.from() + " " + it.to())
                .toList();
    }

    /// What is stored once the course is written.
    private static List<Interval> after(List<Interval> before, MembershipCourse course) {
        var all = new ArrayList<Interval>();
        for (var one : before) {
            all.add(course.changed().stream()
                    .filter(it -> one.id() != null && one.id().equals(it.id()))
                    .findFirst()
                    .orElse(one));
        }
        for (var one : course.added()) all.add(new Interval(UUID.randomUUID(), one.status(), one.from(), one.to()));
        return all;
    }

    private static List<Interval> stored(MemberStatus status, @Nullable LocalDate from, @Nullable LocalDate to) {
        return List.of(new Interval(UUID.randomUUID(), status, from, to));
    }
}
