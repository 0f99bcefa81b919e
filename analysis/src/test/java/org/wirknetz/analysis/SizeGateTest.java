package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.wirknetz.analysis.SizeGate.Kind.*;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizeGateTest {

    @Test
    void below_five_there_is_no_index() {
        var gate = SizeGate.of(4);
        for (var kind : SizeGate.Kind.values()) assertThat(gate.allows(kind)).isFalse();
        assertThat(gate.ratio(DISTANCE, 3, 6)).isEqualTo(new Display.Withheld(Display.Why.TOO_FEW_ORGANISATIONS));
    }

    @Test
    void from_five_there_are_counts_but_no_percentages() {
        var gate = SizeGate.of(8);
        assertThat(gate.ratio(DISTANCE, 19, 28)).isEqualTo(new Display.Fraction(19, 28));
        assertThat(gate.index(INEQUALITY, OptionalDouble.of(0.631)))
                .isEqualTo(new Display.Withheld(Display.Why.TOO_FEW_ORGANISATIONS));
        assertThat(gate.allows(EXACT_TEST)).isTrue();
        assertThat(gate.allows(COMMUNITIES)).isFalse();
    }

    @Test
    void from_ten_there_are_indices_without_decimals_of_percent() {
        var gate = SizeGate.of(12);
        assertThat(gate.ratio(INDEX, 100, 132)).isEqualTo(new Display.Percent(100.0 * 100 / 132, 0));
        assertThat(((Display.Number) gate.index(INDEX, OptionalDouble.of(2.1449))).rounded())
                .hasToString("2.1");
        assertThat(((Display.Number) gate.index(INDEX, OptionalDouble.of(0.05249))).rounded())
                .hasToString("0.05");
        assertThat(gate.allows(COMPARISON)).isFalse();
    }

    @Test
    void from_twenty_there_is_everything_but_rankings() {
        var gate = SizeGate.of(20);
        assertThat(gate.ratio(INDEX, 7, 19)).isEqualTo(new Display.Fraction(7, 19));
        assertThat(gate.ratio(INDEX, 7, 20)).isEqualTo(new Display.Percent(35, 0));
        assertThat(gate.ratio(INDEX, 7, 100)).isEqualTo(new Display.Percent(7, 1));
        assertThat(gate.allows(COMPARISON)).isTrue();
        assertThat(SizeGate.of(1_000_000).allows(RANKING)).isFalse();
        assertThat(gate.ratio(INDEX, 0, 0)).isEqualTo(new Display.Withheld(Display.Why.UNDEFINED));
        assertThat(gate.index(INDEX, OptionalDouble.empty())).isEqualTo(new Display.Withheld(Display.Why.UNDEFINED));
    }

    @Test
    void with_few_answers_there_is_no_structure() {
        assertThat(SizeGate.of(50, 0.59).index(INDEX, OptionalDouble.of(1)))
                .isEqualTo(new Display.Withheld(Display.Why.TOO_FEW_ANSWERS));
        assertThat(SizeGate.of(50, 0.6).isLimited()).isTrue();
        assertThat(SizeGate.of(50, 0.8).isLimited()).isFalse();
        assertThat(SizeGate.of(50).isLimited()).isFalse();
    }

    @Test
    void halves_are_rounded_up_as_they_are_written() {
        assertThat(new Display.Number(0.285, 2).rounded()).hasToString("0.29");
        assertThat(new Display.Percent(62.5, 0).rounded()).hasToString("63");
    }

    @ParameterizedTest
    @CsvSource({"14, 20, 0.48, 0.85", "5, 18, 0.12, 0.51", "0, 10, 0.0, 0.28", "10, 10, 0.72, 1.0"})
    void the_interval_is_as_printed(long hits, long cases, double low, double high) {
        var interval = Wilson.interval(hits, cases).orElseThrow();
        assertThat(interval.low()).isCloseTo(low, within(0.005));
        assertThat(interval.high()).isCloseTo(high, within(0.005));
    }

    @Test
    void without_cases_there_is_no_interval() {
        assertThat(Wilson.interval(0, 0)).isEmpty();
    }

    @Test
    void an_arrow_needs_more_than_one_member_could_cause() {
        var sparse = Generated.grouped(30, 4, 1);
        var dense = Generated.grouped(30, 14, 1);
        assertThat(LeaveOneOut.isTrend(sparse, dense, Density::of)).isTrue();
        assertThat(LeaveOneOut.isTrend(sparse, sparse, Density::of)).isFalse();
        var range = LeaveOneOut.range(M8.ties(), Density::of).orElseThrow();
        assertThat(range).isEqualTo(new Range(4 / 21.0, 8 / 21.0));
        assertThat(LeaveOneOut.range(Graph.builder().build(), Density::of)).isEmpty();
    }
}
