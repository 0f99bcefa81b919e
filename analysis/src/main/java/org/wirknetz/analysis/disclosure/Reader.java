package org.wirknetz.analysis.disclosure;

import java.util.HashMap;
import java.util.Map;

/// Somebody who has several tables in their hands.
///
/// @param least what they know to lie in each count at least
/// @param seen of each count the least and the largest in all that was found to agree with what they know
record Reader(long[] least, Map<Integer, double[]> seen) {
    Reader(long[] least) {
        this(least, new HashMap<>());
    }

    /// One more example of what a count may be.
    void sees(int count, double number) {
        var ends = seen.computeIfAbsent(count, it -> new double[] {number, number});
        ends[0] = Math.min(ends[0], number);
        ends[1] = Math.max(ends[1], number);
    }

    /// Whether all that was seen reaches over a span of so much, in whole numbers.
    boolean sawSpan(int count, long needed) {
        return width(count) >= needed;
    }

    /// Over how many whole numbers all that was seen reaches.
    long width(int count) {
        var ends = seen.get(count);
        return ends == null ? 0 : (long) (-whole(-ends[1]) - whole(ends[0]));
    }

    /// The next whole number above, or the one it is but for rounding.
    private static double whole(double number) {
        double near = Math.rint(number);
        return Math.abs(number - near) <= 1e-6 * Math.max(1, Math.abs(number)) ? near : Math.ceil(number);
    }
}
