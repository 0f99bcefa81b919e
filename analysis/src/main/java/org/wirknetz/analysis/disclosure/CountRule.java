package org.wirknetz.analysis.disclosure;

import org.wirknetz.analysis.RefusedInput;

/// Which counts of persons are unsafe by themselves.
///
/// @param minimum counts from 1 up to one below this are unsafe
/// @param zeroIsUnsafe whether a 0 is unsafe too, because it says of all that they are not: for sensitive items
/// @param minimumBody bodies with fewer known answers show nothing at all
public record CountRule(long minimum, boolean zeroIsUnsafe, long minimumBody) {
    /// Special categories (Art. 9 GDPR), gender among them: at least 5, no zeros, bodies from 10.
    public static final CountRule SENSITIVE = new CountRule(5, true, 10);
    /// Everything else: at least 3.
    public static final CountRule ORDINARY = new CountRule(3, false, 0);

    public CountRule {
        if (minimum < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The minimum count", minimum, 1);
        if (minimumBody < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The minimum body", minimumBody, 0);
    }

    /// For two who tell each other what they gave: half the minimum, rounded up.
    public CountRule ofTwo() {
        return new CountRule((minimum + 1) / 2, zeroIsUnsafe, minimumBody);
    }

    public boolean isUnsafe(long count) {
        return count == 0 ? zeroIsUnsafe : count < minimum;
    }
}
