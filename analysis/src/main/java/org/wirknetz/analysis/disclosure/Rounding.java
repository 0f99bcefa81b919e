package org.wirknetz.analysis.disclosure;

import org.wirknetz.analysis.RefusedInput;

/// Counts rounded to a multiple of a base, each for itself, so that parts need not add up to their total; say
/// so beneath.
public final class Rounding {
    private Rounding() {}

    /// To the nearest multiple, halves up.
    public static long to(long base, long count) {
        if (base < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The base of rounding", base, 1);
        if (count < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "A count", count, 0);
        if (count > Long.MAX_VALUE - base)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "A count", count, 0, Long.MAX_VALUE - base);
        long rest = count % base;
        return 2 * rest >= base ? count - rest + base : count - rest;
    }
}
