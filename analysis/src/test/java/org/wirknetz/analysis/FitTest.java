package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Values as binom.test and chisq.test of R give them.
class FitTest {

    @Test
    void fourteen_of_twenty_at_two_fifths() {
        assertThat(Fit.binomial(14, 20, 0.4).orElseThrow()).isCloseTo(0.010077, within(1e-6));
        assertThat(Fit.binomial(3, 10, 0.5).orElseThrow()).isCloseTo(0.34375, within(1e-9));
        assertThat(Fit.binomial(8, 20, 0.4).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(Fit.binomial(0, 0, 0.4)).isEmpty();
        assertThat(Fit.binomial(1, 1, 1)).isEmpty();
    }

    @Test
    void many_cases_stay_within_a_double() {
        assertThat(Fit.binomial(2500, 5000, 0.5).orElseThrow()).isCloseTo(1, within(1e-9));
        assertThat(Fit.binomial(0, 5000, 0.5).orElseThrow()).isCloseTo(0, within(1e-12));
    }

    @Test
    void three_parts_beside_equal_shares() {
        double third = 1 / 3.0;
        // 100/30 + 0 + 100/30; two degrees of freedom leave e^(-x/2).
        assertThat(Fit.chiSquare(new double[] {20, 30, 40}, new double[] {third, third, third})
                        .orElseThrow())
                .isCloseTo(Math.exp(-10 / 3.0), within(1e-12));
        assertThat(Fit.chiSquare(new double[] {28, 6, 4, 2}, new double[] {0.4, 0.3, 0.15, 0.15})
                        .orElseThrow())
                .isCloseTo(0.0015529, within(1e-6));
        assertThat(Fit.chiSquare(new double[] {14, 3, 2, 1}, new double[] {0.4, 0.3, 0.2, 0.1}))
                .as("fewer than five to expect")
                .isEmpty();
        assertThat(Fit.chiSquare(new double[] {20}, new double[] {1})).isEmpty();
    }
}
