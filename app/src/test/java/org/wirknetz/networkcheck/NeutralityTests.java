package org.wirknetz.networkcheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The worked examples of the measure M11.
class NeutralityTests {

    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID THREE = new UUID(0, 3);
    private static final UUID FOUR = new UUID(0, 4);

    @Test
    void a_fifth_of_the_time_would_have_to_move() {
        var neutrality = Neutrality.of(
                Map.of(ONE, 24, TWO, 8, THREE, 6, FOUR, 2), Map.of(ONE, 40.0, TWO, 30.0, THREE, 20.0, FOUR, 10.0));
        assertThat(neutrality.apart().orElseThrow()).isCloseTo(0.20, within(1e-9));
    }

    @Test
    void fourteen_of_twenty_are_more_than_forty_per_cent_would_give_and_not_more_than_fifty() {
        var more = Neutrality.of(Map.of(ONE, 14, TWO, 6), Map.of(ONE, 40.0, TWO, 60.0));
        var first = more.lines().stream()
                .filter(it -> it.partner().equals(ONE))
                .findFirst()
                .orElseThrow();
        assertThat(first.interval().low()).isCloseTo(0.48, within(0.005));
        assertThat(first.interval().high()).isCloseTo(0.85, within(0.005));
        assertThat(more.differing()).extracting(Neutrality.Line::partner).contains(ONE);
        assertThat(Neutrality.of(Map.of(ONE, 14, TWO, 6), Map.of(ONE, 50.0, TWO, 50.0))
                        .differing())
                .isEmpty();
    }

    /// S7: 31 of 52 to the host, whose share of the capacity is 35 per cent.
    @Test
    void thirty_one_of_fifty_two_exclude_thirty_five_per_cent() {
        var neutrality = Neutrality.of(Map.of(ONE, 31, TWO, 21), Map.of(ONE, 35.0, TWO, 65.0));
        var host = neutrality.lines().stream()
                .filter(it -> it.partner().equals(ONE))
                .findFirst()
                .orElseThrow();
        assertThat(host.interval().low()).isCloseTo(0.46, within(0.005));
        assertThat(host.interval().high()).isCloseTo(0.72, within(0.005));
        assertThat(host.differs()).isTrue();
    }

    @Test
    void below_twenty_nothing_is_said_and_who_is_not_eligible_does_not_count() {
        var few = Neutrality.of(Map.of(ONE, 19, THREE, 40), Map.of(ONE, 10.0, TWO, 90.0));
        assertThat(few.cases()).isEqualTo(19);
        assertThat(few.enough()).isFalse();
        assertThat(few.differing()).isEmpty();
        assertThat(Neutrality.of(Map.of(), Map.of(ONE, 1.0)).apart()).isEmpty();
    }

    /// Twelve months up to 23 November 2026 begin on 24 November 2025 and have 365 days.
    @Test
    void an_offer_counts_by_the_days_on_which_it_was_there() {
        var day = LocalDate.of(2026, 11, 23);
        var renewed = LocalDate.of(2026, 7, 1);
        assertThat(OfferedDays.share(null, null, day)).isEqualTo(1);
        assertThat(OfferedDays.share(null, renewed, day)).isEqualTo(219 / 365.0);
        assertThat(OfferedDays.share(renewed, null, day)).isEqualTo(146 / 365.0);
        assertThat(OfferedDays.share(day, day.plusYears(1), day)).isEqualTo(1 / 365.0);
        assertThat(OfferedDays.share(null, day.minusYears(1).plusDays(1), day)).isZero();
        assertThat(OfferedDays.share(day.plusDays(1), null, day)).isZero();
    }
}
