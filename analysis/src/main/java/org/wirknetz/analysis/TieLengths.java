package org.wirknetz.analysis;

import java.util.Arrays;

/// How long each tie is where a strong tie is a short way: 1 / strength, in whole units, so that ways of the
/// same length are told from others exactly.
///
/// Where all strengths are whole numbers with a small common multiple, such as 1 to 5, a unit divides all
/// lengths and nothing is rounded. Else a unit is the longest tie's length / 2⁴⁰ or less, which rounds in the
/// twelfth digit.
///
/// @param of the length of each slot, in units
/// @param unit what a unit is worth, in 1 / strength
record TieLengths(long[] of, double unit) {
    private static final int BITS = 40;
    private static final long MOST_EXACT = 1 << 20;

    static TieLengths of(Csr csr) {
        double weakest = Double.POSITIVE_INFINITY, strongest = 0;
        long multiple = 1;
        for (int slot = 0; slot < csr.arcs(); slot++) {
            double strength = csr.strength(slot);
            weakest = Math.min(weakest, strength);
            strongest = Math.max(strongest, strength);
            multiple = multiple == 0 ? 0 : withMultiple(multiple, strength);
        }
        if (strongest / weakest > (1L << BITS / 2))
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The strongest tie as a multiple of the weakest",
                    strongest / weakest,
                    1,
                    1L << BITS / 2);
        double units = multiple > 0 ? multiple : (1L << BITS) * weakest;
        var lengths = new long[csr.arcs()];
        Arrays.setAll(lengths, slot -> Math.round(units / csr.strength(slot)));
        return new TieLengths(lengths, 1 / units);
    }

    /// The least number that all whole strengths seen divide, 0 once there is none below the bound.
    private static long withMultiple(long multiple, double strength) {
        if (strength != Math.rint(strength) || strength > MOST_EXACT) return 0;
        long a = multiple, b = (long) strength;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        long least = multiple / a * (long) strength;
        return least > MOST_EXACT ? 0 : least;
    }
}
