package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// What may be shown of a network of so many organisations, and how precisely: the one gate before every exit
/// (page, file, interface, alternative text).
///
/// Below 5 organisations only list, drawing and sentences; from 5 counts, distances, cut points, named bridges
/// and exact tests; from 10 indices with one or two digits; from 20 everything. A ranking is never shown. Below
/// 60 % response no structure is shown at all, below 80 % it is marked as limited.
///
/// It governs what is displayed. Machine-readable values are unrounded.
public record SizeGate(int organisations, OptionalDouble responseShare) {
    static final double LEAST_RESPONSE = 0.6;
    static final double FULL_RESPONSE = 0.8;

    /// What kind of statement wants to go out.
    public enum Kind {
        /// "3 of 8", the number of components
        COUNT(5),
        /// path length, diameter, pairs within two steps
        DISTANCE(5),
        CUT_POINT(5),
        EXACT_TEST(5),
        /// any index without a rule of its own: density, efficiency, centralisation, reciprocity, transitivity
        /// …
        INDEX(10),
        PERCENTAGE(10),
        INEQUALITY(10),
        TREND(10),
        COMMUNITIES(10),
        DECIMALS(20),
        COMPARISON(20),
        RANKING(Integer.MAX_VALUE);

        private final int from;

        Kind(int from) {
            this.from = from;
        }
    }

    public SizeGate {
        if (organisations < 0)
            throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of organisations", organisations, 0);
        double share = responseShare.orElse(1);
        if (!(share >= 0 && share <= 1))
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "The share who answered", share, 0, 1);
    }

    public static SizeGate of(int organisations) {
        return new SizeGate(organisations, OptionalDouble.empty());
    }

    public static SizeGate of(int organisations, double responseShare) {
        return new SizeGate(organisations, OptionalDouble.of(responseShare));
    }

    /// What both allow: for figures that stand beside each other, so that none tells what the other withholds.
    public SizeGate and(SizeGate other) {
        double share = Math.min(responseShare.orElse(1), other.responseShare.orElse(1));
        return new SizeGate(
                Math.min(organisations, other.organisations),
                responseShare.isEmpty() && other.responseShare.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(share));
    }

    public boolean allows(Kind kind) {
        return organisations >= kind.from && responseShare.orElse(1) >= LEAST_RESPONSE;
    }

    /// Enough answered to show structure, too few to show it without saying so.
    public boolean isLimited() {
        double share = responseShare.orElse(1);
        return share >= LEAST_RESPONSE && share < FULL_RESPONSE;
    }

    /// How a part of a whole may be printed: below 20 in the whole, and below 10 organisations, as a fraction;
    /// below 100 as whole percent; from 100 with one decimal, if decimals may be shown at all.
    public Display ratio(Kind kind, long part, long whole) {
        if (part < 0 || part > whole)
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "A part", part, 0, whole);
        if (!allows(kind)) return withheld();
        if (whole == 0) return new Display.Withheld(Display.Why.UNDEFINED);
        if (whole < 20 || !allows(Kind.PERCENTAGE)) return new Display.Fraction(part, whole);
        return new Display.Percent(100.0 * part / whole, whole >= 100 && allows(Kind.DECIMALS) ? 1 : 0);
    }

    /// How an index may be printed: two significant digits, at most two decimals.
    public Display index(Kind kind, OptionalDouble value) {
        if (!allows(kind)) return withheld();
        if (value.isEmpty()) return new Display.Withheld(Display.Why.UNDEFINED);
        double number = value.getAsDouble();
        if (!Double.isFinite(number))
            throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "An index", number, -Amount.MOST, Amount.MOST);
        int magnitude = number == 0 ? 0 : (int) Math.floor(Math.log10(Math.abs(number)));
        return new Display.Number(number, allows(Kind.DECIMALS) ? 2 : Math.clamp(1L - magnitude, 0, 2));
    }

    public Display count(Kind kind, long count) {
        return allows(kind) ? new Display.Number(count, 0) : withheld();
    }

    private Display withheld() {
        return new Display.Withheld(
                responseShare.orElse(1) < LEAST_RESPONSE
                        ? Display.Why.TOO_FEW_ANSWERS
                        : Display.Why.TOO_FEW_ORGANISATIONS);
    }
}
