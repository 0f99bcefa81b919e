package org.wirknetz.analysis;

import java.util.Arrays;

/// How long each tie is where a strong tie is a short way: 1 / strength, in whole units, so that ways of the
/// same length are told from others exactly.
///
/// Where all strengths are whole numbers, or whole in halves, quarters, eighths, tenths, hundredths or
/// thousandths, with a small common multiple, such as 1 to 5, a unit divides all lengths and nothing is rounded.
/// Else a unit is the longest tie's length / 2⁴⁰ or less, which rounds in the
/// twelfth digit.
///
/// @param of the length of each slot, in units
/// @param unit what a unit is worth, in 1 / strength
record TieLengths(long[] of, double unit) {
    private static final int BITS = 40;
    private static final long MOST_EXACT = 1 << 20;

    /// Strengths in halves, quarters, tenths and so on are whole numbers once multiplied by one of these.
    private static final int[] PARTS = {1, 2, 4, 8, 10, 20, 100, 1_000};

    private static final double ROUNDING = 1e-12;

    static TieLengths of(Csr csr) {
        double weakest = Double.POSITIVE_INFINITY, strongest = 0;
        for (int slot = 0; slot < csr.arcs(); slot++) {
            weakest = Math.min(weakest, csr.strength(slot));
            strongest = Math.max(strongest, csr.strength(slot));
        }
        if (strongest / weakest > (1L << BITS / 2))
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The strongest tie as a multiple of the weakest",
                    strongest / weakest,
                    1,
                    1L << BITS / 2);
        for (int parts : PARTS) {
            long multiple = multiple(csr, parts);
            if (multiple == 0) continue;
            var exact = new long[csr.arcs()];
            Arrays.setAll(exact, slot -> multiple / whole(csr.strength(slot), parts));
            return new TieLengths(exact, (double) parts / multiple);
        }
        double units = (1L << BITS) * weakest;
        var lengths = new long[csr.arcs()];
        Arrays.setAll(lengths, slot -> Math.round(units / csr.strength(slot)));
        return new TieLengths(lengths, 1 / units);
    }

    /// The least number that all strengths divide, counted in such parts; 0 where they are not whole or there is
    /// none below the bound.
    private static long multiple(Csr csr, int parts) {
        long multiple = 1;
        for (int slot = 0; slot < csr.arcs() && multiple > 0; slot++) {
            long whole = whole(csr.strength(slot), parts);
            multiple = whole == 0 ? 0 : leastCommon(multiple, whole);
        }
        return multiple;
    }

    private static long whole(double strength, int parts) {
        double many = strength * parts, whole = Math.rint(many);
        return whole < 1 || whole > MOST_EXACT || Math.abs(many - whole) > ROUNDING * whole ? 0 : (long) whole;
    }

    private static long leastCommon(long one, long other) {
        long a = one, b = other;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        long least = one / a * other;
        return least > MOST_EXACT ? 0 : least;
    }
}
