package org.wirknetz.analysis.disclosure;

import java.util.Arrays;
import org.wirknetz.analysis.Amount;
import org.wirknetz.analysis.RefusedInput;

/// Which sums of amounts (money, hours) are unsafe because one contributor's part could be told from them.
///
/// Amounts that are negative or no number are refused: nothing may pass for safe because it could not be
/// compared.
public sealed interface AmountRule {
    boolean isUnsafe(double... contributions);

    /// Unsafe if the largest `contributors` hold more than `percent` of the sum.
    record Dominance(int contributors, double percent) implements AmountRule {
        public Dominance {
            if (contributors < 1)
                throw new RefusedInput(
                        RefusedInput.Reason.BAD_NUMBER, "The number of largest contributors", contributors, 1);
            checkPercent(percent);
        }

        @Override
        public boolean isUnsafe(double... contributions) {
            var descending = descending(contributions);
            return sum(descending, 0, contributors) > percent / 100 * sum(descending, 0, descending.length);
        }
    }

    /// Unsafe if the second largest could estimate the largest to within p percent: `X − x₁ − x₂ < p/100 · x₁`.
    record PPercent(double percent) implements AmountRule {
        public PPercent {
            checkPercent(percent);
        }

        @Override
        public boolean isUnsafe(double... contributions) {
            var descending = descending(contributions);
            if (descending.length == 0 || descending[0] == 0) return false;
            // The others are added up by themselves: X − x₁ − x₂ would carry the rounding of X.
            return sum(descending, 2, descending.length) < percent / 100 * descending[0];
        }

        /// For a reader who knows all other parts of the sum, such as whoever typed them in: they take
        /// these off and are left with the sum of the given ones.
        public boolean isUnsafeBeside(double... unknown) {
            var descending = descending(unknown);
            if (descending.length == 0 || descending[0] == 0) return false;
            return sum(descending, 1, descending.length) < percent / 100 * descending[0];
        }
    }

    private static void checkPercent(double percent) {
        if (!(percent >= 0 && percent <= 100))
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The percentage", percent, 0, 100);
    }

    private static double sum(double[] descending, int from, int to) {
        double sum = 0;
        for (int i = from; i < Math.min(to, descending.length); i++) sum += descending[i];
        return sum;
    }

    private static double[] descending(double[] contributions) {
        var sorted = contributions.clone();
        for (double contribution : sorted) Amount.checked("A contribution", contribution);
        Arrays.sort(sorted);
        for (int i = 0, j = sorted.length - 1; i < j; i++, j--) {
            double kept = sorted[i];
            sorted[i] = sorted[j];
            sorted[j] = kept;
        }
        return sorted;
    }
}
