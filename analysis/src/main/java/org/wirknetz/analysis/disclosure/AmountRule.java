package org.wirknetz.analysis.disclosure;

import java.util.Arrays;

/// Which sums of amounts (money, hours) are unsafe because one contributor's part could be told from them.
public sealed interface AmountRule {
    boolean isUnsafe(double... contributions);

    /// Unsafe if the largest `contributors` hold more than `percent` of the sum.
    record Dominance(int contributors, double percent) implements AmountRule {
        @Override
        public boolean isUnsafe(double... contributions) {
            var descending = descending(contributions);
            double largest = Arrays.stream(descending).limit(contributors).sum();
            return largest > percent / 100 * Arrays.stream(descending).sum();
        }
    }

    /// Unsafe if the second largest could estimate the largest to within p percent: `X − x₁ − x₂ < p/100 · x₁`.
    record PPercent(double percent) implements AmountRule {
        @Override
        public boolean isUnsafe(double... contributions) {
            var descending = descending(contributions);
            if (descending.length == 0 || descending[0] == 0) return false;
            double second = descending.length > 1 ? descending[1] : 0;
            double remainder = Arrays.stream(descending).sum() - descending[0] - second;
            return remainder < percent / 100 * descending[0];
        }
    }

    private static double[] descending(double[] contributions) {
        var sorted = contributions.clone();
        Arrays.sort(sorted);
        for (int i = 0, j = sorted.length - 1; i < j; i++, j--) {
            double kept = sorted[i];
            sorted[i] = sorted[j];
            sorted[j] = kept;
        }
        return sorted;
    }
}
