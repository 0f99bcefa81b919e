package org.wirknetz.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirknetz.platform.Refused;
import org.wirknetz.products.Economics.Verdict;
import org.wirknetz.products.Synergy.Range;

/// Worked by hand: a skills assessment at 180 €, 60 € of it for the assessor, 9,000 € a year for staff and rooms.
class EconomicsTests {

    @Test
    void margin_break_even_and_result_are_those_worked_by_hand() {
        var sums = Economics.of(sheet("180", "60", "9000", 70, 110));
        assertThat(sums.margin()).isEqualByComparingTo("120");
        assertThat(sums.breakEven()).isEqualTo(75); // 9,000 / 120
        assertThat(sums.resultLow()).isEqualByComparingTo("-600"); // 70 × 120 − 9,000
        assertThat(sums.resultHigh()).isEqualByComparingTo("4200"); // 110 × 120 − 9,000
        assertThat(sums.verdict()).isEqualTo(Verdict.PERHAPS);
        assertThat(sums.gap()).hasValueSatisfying(gap -> assertThat(gap).isEqualByComparingTo("600"));
    }

    @Test
    void a_break_even_quantity_is_rounded_up_to_whole_units() {
        assertThat(Economics.of(sheet("100", "0", "1000.01", 1, 1)).breakEven()).isEqualTo(11);
        assertThat(Economics.of(sheet("100", "0", "1000", 1, 1)).breakEven()).isEqualTo(10);
    }

    @Test
    void exactly_the_break_even_quantity_carries_itself() {
        assertThat(Economics.of(sheet("180", "60", "9000", 75, 75)).verdict()).isEqualTo(Verdict.CARRIES);
        assertThat(Economics.of(sheet("180", "60", "9000", 74, 74)).verdict()).isEqualTo(Verdict.LACKS);
    }

    @Test
    void a_price_below_cost_never_pays_however_many_want_it() {
        var sums = Economics.of(sheet("50", "60", "0", 10, 1000));
        assertThat(sums.verdict()).isEqualTo(Verdict.NEVER);
        assertThat(sums.breakEven()).isNull();
        assertThat(Economics.of(sheet("60", "60", "1", 10, 1000)).verdict()).isEqualTo(Verdict.NEVER);
        assertThat(Economics.of(sheet("60", "60", "0", 10, 1000)).verdict()).isEqualTo(Verdict.CARRIES);
    }

    @Test
    void what_is_not_known_is_not_taken_for_zero() {
        assertThat(Economics.of(sheet(null, "60", "9000", 70, 110)).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Economics.of(sheet("180", "60", null, 70, 110)).breakEven()).isNull();
        assertThat(Economics.of(sheet("180", "60", "9000", null, null)).resultLow())
                .isNull();
        assertThat(Economics.of(Sheet.EMPTY).margin()).isNull();
    }

    @Test
    void figures_that_cannot_be_are_refused() {
        assertThatThrownBy(() -> sheet("-1", null, null, null, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sheet("1.005", null, null, null, null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> sheet(null, null, null, 10, 9)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new Sheet(null, null, null, null, 1, 2, " ")).isInstanceOf(Refused.class);
    }

    /// Together 40 to 60 graduations; alone 10 to 15, and 12 to 20: 40 − 35 = 5 to 60 − 22 = 38 more.
    @Test
    void synergy_is_a_range_of_the_outcome_less_what_each_could_have_done() {
        var synergy = Synergy.of(range(40, 60), List.of(range(10, 15), range(12, 20)));
        assertThat(synergy.low()).isEqualByComparingTo("5");
        assertThat(synergy.high()).isEqualByComparingTo("38");
        assertThat(synergy.isMore()).contains(true);
        assertThat(Synergy.of(range(30, 60), List.of(range(10, 15), range(12, 20)))
                        .isMore())
                .isEmpty();
        assertThat(Synergy.of(range(10, 20), List.of(range(10, 15), range(12, 20)))
                        .isMore())
                .contains(false);
    }

    private static Range range(int low, int high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    private static Sheet sheet(
            @Nullable String price,
            @Nullable String variable,
            @Nullable String fixed,
            @Nullable Integer low,
            @Nullable Integer high) {
        return new Sheet("Teilnahme", money(price), money(variable), money(fixed), low, high, "Umfrage 2026");
    }

    private static @Nullable BigDecimal money(@Nullable String amount) {
        return amount == null ? null : new BigDecimal(amount);
    }
}
