package org.wirknetz.analysis;

import java.util.Optional;

/// Between which shares the true one lies in 95 of 100 samples (Wilson 1927), for shares that estimate
/// something: surveys, referrals. A complete count has no interval.
///
/// Cost O(1). Undefined without cases.
public final class Wilson {
    /// The 97.5 % quantile of the normal distribution.
    static final double Z = 1.959963984540054;

    private Wilson() {}

    /// `(p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)`; undefined without cases.
    public static Optional<Range> interval(long hits, long cases) {
        if (cases < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of cases", cases, 0);
        if (hits < 0 || hits > cases)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The number of hits", hits, 0, cases);
        if (cases == 0) return Optional.empty();
        double n = cases, p = hits / n, z2 = Z * Z;
        double middle = p + z2 / (2 * n);
        double spread = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n));
        double divisor = 1 + z2 / n;
        return Optional.of(new Range(
                hits == 0 ? 0 : Math.max(0, (middle - spread) / divisor),
                hits == cases ? 1 : Math.min(1, (middle + spread) / divisor)));
    }
}
