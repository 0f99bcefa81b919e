package org.wirknetz.analysis.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;
import org.wirknetz.analysis.RefusedInput;

class DisclosureTest {
    private static final Effort ALONE = Effort.threads(1);
    private final CountTable bodies = CountTable.of(new long[] {5, 9}, new long[] {2, 8}, new long[] {7, 6});

    @Test
    void one_small_count_hides_three_others() {
        var published = Protected.of(bodies, CountRule.SENSITIVE);
        assertThat(published.isUnsafe(1, 0)).isTrue();
        for (int r = 0; r < 2; r++)
            for (int c = 0; c < 2; c++) assertThat(published.isHidden(r, c)).isTrue();
        assertThat(published.text(1, 0)).isEqualTo("•");
        assertThat(published.count(2, 0)).hasValue(7);
        assertThat(published.count(2, 1)).hasValue(6);
        for (int r = 0; r <= 3; r++) assertThat(published.isHidden(r, 2)).isFalse();
        assertThat(published.text(3, 2)).isEqualTo("37");
        assertThat(published.bounds(0, 0)).isEqualTo(new Range(0, 7));
        assertThat(published.bounds(1, 0)).isEqualTo(new Range(0, 7));
        assertThat(published.bounds(1, 1)).isEqualTo(new Range(3, 10));
        assertThat(published.bounds(0, 1)).isEqualTo(new Range(7, 14));
        assertThat(published.bounds(2, 1)).isEqualTo(new Range(6, 6));
    }

    @Test
    void merged_bodies_hide_nothing() {
        var published = Protected.of(CountTable.of(new long[] {7, 17}, new long[] {7, 6}), CountRule.SENSITIVE);
        for (int r = 0; r <= 2; r++)
            for (int c = 0; c <= 2; c++) assertThat(published.isHidden(r, c)).isFalse();
    }

    @Test
    void a_body_with_few_answers_shows_nothing() {
        var published = Protected.of(
                CountTable.of(new long[] {30, 40}, new long[] {4, 5}, new long[] {20, 25}), CountRule.SENSITIVE);
        for (int c = 0; c <= 2; c++) assertThat(published.isHidden(1, c)).isTrue();
        assertThat(published.isHidden(3, 2)).isFalse();
    }

    @Test
    void none_at_all_says_too_much_about_a_sensitive_item_only() {
        var table = CountTable.of(new long[] {0, 20}, new long[] {12, 14}, new long[] {15, 16});
        assertThat(Protected.of(table, CountRule.SENSITIVE).isHidden(0, 0)).isTrue();
        assertThat(Protected.of(table, CountRule.ORDINARY).isHidden(0, 0)).isFalse();
    }

    @Test
    void no_hidden_count_of_any_table_can_be_worked_out() {
        var random = new Random(4);
        for (int attempt = 0; attempt < 150; attempt++) {
            var counts = new long[2 + random.nextInt(4)][2 + random.nextInt(3)];
            for (var row : counts)
                for (int c = 0; c < row.length; c++) row[c] = random.nextInt(random.nextBoolean() ? 7 : 30);
            var table = CountTable.of(counts);
            var published = Protected.of(table, new CountRule(3, false, 0));
            for (int r = 0; r <= table.rows(); r++)
                for (int c = 0; c <= table.columns(); c++) {
                    var bounds = published.bounds(r, c);
                    assertThat(bounds.contains(table.count(r, c))).isTrue();
                    if (new CountRule(3, false, 0).isUnsafe(table.count(r, c)))
                        assertThat(published.isHidden(r, c)).isTrue();
                    if (published.isHidden(r, c) && table.count(table.rows(), table.columns()) >= 3)
                        assertThat(bounds.width()).as("cell %s,%s", r, c).isGreaterThanOrEqualTo(3);
                }
        }
    }

    @Test
    void bounds_are_those_of_trying_everything() {
        var random = new Random(9);
        for (int attempt = 0; attempt < 40; attempt++) {
            var table = CountTable.of(
                    new long[] {random.nextInt(6), random.nextInt(6)},
                    new long[] {random.nextInt(6), random.nextInt(6)});
            var hidden = new boolean[9];
            for (int cell : new int[] {0, 1, 3, 4}) hidden[cell] = true;
            long low = Long.MAX_VALUE, high = -1;
            for (long x = 0; x <= 12; x++) {
                long right = table.count(0, 2) - x, below = table.count(2, 0) - x;
                if (right < 0 || below < 0 || table.count(1, 2) - below < 0) continue;
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            assertThat(new Bounds(table, hidden).of(0)).isEqualTo(new Range(low, high));
        }
    }

    @Test
    void the_second_largest_must_not_be_able_to_tell_the_largest() {
        assertThat(new AmountRule.PPercent(15).isUnsafe(22, 70, 8)).isTrue();
        assertThat(new AmountRule.PPercent(10).isUnsafe(22, 70, 8)).isFalse();
        assertThat(new AmountRule.PPercent(15).isUnsafe(100)).isTrue();
        assertThat(new AmountRule.PPercent(15).isUnsafe()).isFalse();
        assertThat(new AmountRule.Dominance(1, 85).isUnsafe(70, 22, 8)).isFalse();
        assertThat(new AmountRule.Dominance(2, 85).isUnsafe(70, 22, 8)).isTrue();
    }

    @Test
    void few_changes_repeat_the_old_state() {
        long[] published = {10, 20};
        assertThat(Differencing.mayFollow(published, new long[] {10, 20})).isTrue();
        assertThat(Differencing.mayFollow(published, new long[] {12, 18})).isFalse();
        assertThat(Differencing.mayFollow(published, new long[] {15, 20})).isTrue();
        assertThat(Differencing.next(published, new long[] {11, 20})).containsExactly(10, 20);
        assertThat(Differencing.next(published, new long[] {15, 25})).containsExactly(15, 25);
    }

    @Test
    void a_total_less_ones_own_must_be_safe() {
        assertThat(Differencing.totalsAreSafe(CountTable.of(new long[] {6}, new long[] {2}), CountRule.SENSITIVE))
                .isFalse();
        assertThat(Differencing.totalsAreSafe(
                        CountTable.of(new long[] {6}, new long[] {6}, new long[] {4}), CountRule.SENSITIVE))
                .isTrue();
    }

    @Test
    void a_whole_with_few_answers_shows_nothing_either() {
        var published = Protected.of(CountTable.of(new long[] {5}, new long[] {4}), CountRule.SENSITIVE);
        for (int r = 0; r <= 2; r++)
            for (int c = 0; c <= 1; c++) assertThat(published.isHidden(r, c)).isTrue();
        assertThat(published.cause(2, 1)).hasValue(Cause.SMALL_BODY);
    }

    @Test
    void each_hidden_count_has_its_cause() {
        var published = Protected.of(bodies, CountRule.SENSITIVE);
        assertThat(published.cause(1, 0)).hasValue(Cause.MINIMUM);
        assertThat(published.cause(0, 1)).hasValue(Cause.COMPLEMENT);
        assertThat(published.cause(2, 0)).isEmpty();
        var none = Protected.of(CountTable.of(new long[] {0, 20}, new long[] {12, 14}), CountRule.SENSITIVE);
        assertThat(none.cause(0, 0)).hasValue(Cause.NOBODY);
    }

    @Test
    void what_readers_know_already_protects_nothing() {
        var marks = Marks.on(bodies);
        for (int c = 0; c <= 2; c++) marks.known(0, c).known(2, c);
        for (int c = 0; c <= 2; c++) marks.known(3, c);
        marks.known(1, 2);
        // Only the other count of the row is left, and the columns give both away.
        assertThat(Protected.of(bodies, CountRule.SENSITIVE, marks, ALONE).holds())
                .isFalse();
    }

    @Test
    void totals_over_other_parts_move_by_nobody_or_by_five() {
        long[] published = {14, 23};
        assertThat(Differencing.totalsMayFollow(published, new long[] {14, 23})).isTrue();
        assertThat(Differencing.totalsMayFollow(published, new long[] {12, 15})).isFalse();
        assertThat(Differencing.totalsMayFollow(published, new long[] {7, 17})).isTrue();
    }

    @Test
    void rounding_goes_to_the_nearest_five() {
        assertThat(new long[] {
                    Rounding.to(5, 0), Rounding.to(5, 2), Rounding.to(5, 3), Rounding.to(5, 7), Rounding.to(5, 8)
                })
                .containsExactly(0, 0, 5, 5, 10);
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(() -> Rounding.to(0, 3));
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> CountTable.of(new long[] {1}, new long[] {1, 2}));
    }

    @Test
    void what_cannot_be_compared_does_not_pass_for_safe() {
        for (double amount : new double[] {Double.NaN, -1, Double.POSITIVE_INFINITY, 1e308}) {
            refused(() -> new AmountRule.Dominance(1, 85).isUnsafe(amount, 5));
            refused(() -> new AmountRule.PPercent(15).isUnsafe(5, amount, 1));
        }
        refused(() -> new AmountRule.Dominance(0, 85));
        refused(() -> new AmountRule.Dominance(1, Double.NaN));
        refused(() -> new AmountRule.Dominance(1, 850));
        refused(() -> new AmountRule.PPercent(-15));
        refused(() -> new CountRule(3, false, -1));
        refused(() -> CountTable.of(new long[] {Long.MAX_VALUE, 1}));
        refused(() -> CountTable.of(new long[] {600_000_000_000L, 600_000_000_000L}));
        refused(() -> Rounding.to(5, Long.MAX_VALUE));
    }

    @Test
    void the_remainder_at_the_border_is_not_blurred_by_the_total() {
        // 0.05 is exactly ten percent of 0.5, but 0.5 + 0.2 + 0.05 less 0.5 and 0.2 is a trace below it.
        assertThat(new AmountRule.PPercent(10).isUnsafe(0.5, 0.2, 0.05)).isFalse();
    }

    @Test
    void whoever_gave_most_of_a_body_cannot_tell_the_rest_of_it() {
        var table = CountTable.of(new long[] {9, 11}, new long[] {12, 14}, new long[] {15, 13});
        var marks = Marks.on(table)
                .contributor(new long[][] {{6, 1}, {0, 0}, {0, 0}})
                .contributor(new long[][] {{1, 1}, {2, 3}, {1, 2}});
        var published = Protected.of(table, CountRule.SENSITIVE, marks, ALONE);
        assertThat(published.cause(0, 0)).hasValue(Cause.OWN_PART);
        assertThat(published.isHidden(2, 2)).isFalse();
    }

    @Test
    void two_who_pool_what_they_gave_are_left_with_three() {
        assertThat(CountRule.SENSITIVE.ofTwo().minimum()).isEqualTo(3);
        var table = CountTable.of(new long[] {12, 30}, new long[] {20, 24});
        var five = new long[][] {{5, 1}, {0, 0}};
        assertThat(Protected.of(table, CountRule.SENSITIVE, Marks.on(table).contributor(five), ALONE)
                        .isHidden(0, 0))
                .isFalse();
        assertThat(Protected.of(
                                table,
                                CountRule.SENSITIVE,
                                Marks.on(table).contributor(five).contributor(five),
                                ALONE)
                        .cause(0, 0))
                .hasValue(Cause.OWN_PART);
    }

    private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedInput.class).isThrownBy(attempt);
    }
}
