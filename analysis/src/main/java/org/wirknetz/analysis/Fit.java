package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// How often chance alone would spread cases at least as unevenly as they were spread.
public final class Fit {

    /// Below it the chi-square distribution says too little of counts (Cochran 1954).
    public static final int FEWEST_EXPECTED = 5;

    private static final int MOST_TERMS = 10_000;
    private static final double SMALLEST = 1e-15;

    /// What is as likely as what was seen must not fall out by the last digit.
    private static final double AS_LIKELY = 1 + 1e-7;

    private Fit() {}

    /// Exact and two-sided: the probability of all outcomes that are no likelier than the one seen.
    ///
    /// @param share expected of each case, between 0 and 1
    /// @return undefined without cases, or where nothing but one outcome is possible
    public static OptionalDouble binomial(int hits, int cases, double share) {
        if (cases <= 0 || hits < 0 || hits > cases || !(share > 0) || !(share < 1)) return OptionalDouble.empty();
        var logs = new double[cases + 1];
        logs[0] = cases * Math.log1p(-share);
        double odds = Math.log(share) - Math.log1p(-share);
        for (int at = 1; at <= cases; at++) logs[at] = logs[at - 1] + Math.log((double) (cases - at + 1) / at) + odds;
        double seen = Math.exp(logs[hits]) * AS_LIKELY;
        double sum = 0;
        for (double log : logs) {
            double likely = Math.exp(log);
            if (likely <= seen) sum += likely;
        }
        return OptionalDouble.of(Math.min(1, sum));
    }

    /// Of the chi-square statistic over all parts.
    ///
    /// @param shares expected of each part, together 1
    /// @return undefined with fewer than two parts, or where one has fewer than five to expect
    public static OptionalDouble chiSquare(double[] counts, double[] shares) {
        double cases = 0;
        for (double count : counts) cases += count;
        if (counts.length < 2) return OptionalDouble.empty();
        double statistic = 0;
        for (int at = 0; at < counts.length; at++) {
            double expected = shares[at] * cases;
            if (expected < FEWEST_EXPECTED) return OptionalDouble.empty();
            statistic += (counts[at] - expected) * (counts[at] - expected) / expected;
        }
        return OptionalDouble.of(above((counts.length - 1) / 2.0, statistic / 2));
    }

    /// The upper part of the regularised gamma function: 1 less its series.
    private static double above(double half, double point) {
        if (point <= 0) return 1;
        double term = 1 / half;
        double sum = term;
        for (int at = 1; at < MOST_TERMS && term > sum * SMALLEST; at++) {
            term *= point / (half + at);
            sum += term;
        }
        double below = Math.exp(half * Math.log(point) - point + Math.log(sum) - logGamma(half));
        return Math.clamp(1 - below, 0, 1);
    }

    /// Of halves and whole numbers: 1/2 has the root of pi, and each step multiplies.
    private static double logGamma(double half) {
        double log = half == Math.rint(half) ? 0 : Math.log(Math.PI) / 2;
        for (double at = half == Math.rint(half) ? 1 : 0.5; at < half; at++) log += Math.log(at);
        return log;
    }
}
