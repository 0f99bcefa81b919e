package org.wirknetz.analysis;

/// An amount of anything: hours, money, points. Finite, at least 0, and small enough that any number of them can
/// be added up.
public final class Amount {
    /// Beyond so much nothing is an amount: a sum of such would leave the range of numbers.
    public static final double MOST = 1e100;

    private Amount() {}

    /// The amount itself; refused with `what` as the subject of the sentence.
    public static double checked(String what, double amount) {
        if (!(amount >= 0) || Double.isInfinite(amount))
            throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, what, amount, 0);
        if (amount > MOST) throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, what, amount, 0, MOST);
        return amount;
    }
}
