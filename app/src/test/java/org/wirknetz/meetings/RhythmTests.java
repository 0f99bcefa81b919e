package org.wirknetz.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Refused;

class RhythmTests {

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2027, month, day);
    }

    @Test
    void every_six_weeks_keeps_its_weekday() {
        assertThat(new Rhythm(Rhythm.Kind.WEEKS, 6, null).days(day(1, 12), day(5, 1)))
                .containsExactly(day(1, 12), day(2, 23), day(4, 6));
    }

    @Test
    void the_second_tuesday_and_the_last_thursday_of_a_month_are_found() {
        assertThat(new Rhythm(Rhythm.Kind.WEEKDAY, 1, 2).days(day(1, 12), day(3, 31)))
                .containsExactly(day(1, 12), day(2, 9), day(3, 9));
        assertThat(new Rhythm(Rhythm.Kind.WEEKDAY, 2, -1).days(day(1, 7), day(4, 30)))
                .containsExactly(day(1, 28), day(3, 25));
    }

    @Test
    void months_without_a_thirty_first_are_left_out() {
        assertThat(new Rhythm(Rhythm.Kind.MONTHDAY, 1, null).days(day(1, 31), day(5, 31)))
                .containsExactly(day(1, 31), day(3, 31), day(5, 31));
    }

    @Test
    void more_dates_than_anybody_plans_are_refused_however_far_the_end() {
        assertThatThrownBy(() -> new Rhythm(Rhythm.Kind.WEEKS, 1, null).days(day(1, 12), LocalDate.of(2199, 1, 1)))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.key()).isEqualTo("meetings.series.many"));
    }

    @Test
    void calendars_are_told_the_same_rhythm_with_its_end_in_universal_time() {
        assertThat(new Rhythm(Rhythm.Kind.WEEKDAY, 1, -1).rule(day(1, 7), day(6, 30), LocalTime.of(10, 0)))
                .isEqualTo("FREQ=MONTHLY;INTERVAL=1;BYDAY=-1TH;UNTIL=20270630T080000Z");
        assertThat(new Rhythm(Rhythm.Kind.WEEKS, 6, null).rule(day(1, 12), day(2, 28), LocalTime.of(10, 0)))
                .isEqualTo("FREQ=WEEKLY;INTERVAL=6;BYDAY=TU;UNTIL=20270228T090000Z");
    }

    @Test
    void each_land_has_its_own_holidays() {
        assertThat(Land.BY.holiday(day(1, 6))).isPresent();
        assertThat(Land.NW.holiday(day(1, 6))).isEmpty();
        assertThat(Land.NW.holiday(day(5, 27))).as("Fronleichnam").isPresent();
        assertThat(Land.BE.holiday(day(5, 27))).isEmpty();
    }
}
