package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// Which share would have to move for two distributions over the same groups to be alike: `D = ½ Σ |a/A − b/B|`
/// (Duncan and Duncan 1955). 0 alike, 1 apart; undefined where one of them is nothing.
///
/// Cost O(categories).
public final class Dissimilarity {
    private Dissimilarity() {}

    public static OptionalDouble between(double[] one, double[] other) {
        if (one.length != other.length)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of groups", other.length, one.length, one.length);
        double all = Inequality.of(one).sum(), others = Inequality.of(other).sum();
        if (all == 0 || others == 0) return OptionalDouble.empty();
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.abs(one[i] / all - other[i] / others);
        return OptionalDouble.of(sum / 2);
    }
}
