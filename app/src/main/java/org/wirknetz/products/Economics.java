package org.wirknetz.products;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whether a product carries itself, computed from its [Sheet]; exact, in euros a year.
///
/// Contribution margin (German: *Deckungsbeitrag*) = price − variable cost. Break-even quantity = fixed cost ÷ margin,
/// rounded up to whole units; undefined where the margin is not above zero. Source: capabilities C15.2; any textbook of
/// cost accounting.
///
/// @param margin of one unit; null while price or variable cost is unknown
/// @param breakEven units a year from which on it carries itself; null while something is unknown or the margin is not
///     positive
/// @param resultLow margin × careful demand − fixed cost; null while something is unknown
/// @param resultHigh the same for the hopeful demand. With a negative margin more demand means more loss: then it is
/// the
///     larger loss
public record Economics(
        @Nullable BigDecimal margin,
        @Nullable Long breakEven,
        @Nullable BigDecimal resultLow,
        @Nullable BigDecimal resultHigh,
        Verdict verdict) {

    /// CARRIES even with careful demand; PERHAPS only with hopeful demand; LACKS even then; NEVER at this price,
    /// however
    /// many want it.
    public enum Verdict {
        UNKNOWN,
        CARRIES,
        PERHAPS,
        LACKS,
        NEVER
    }

    public static Economics of(Sheet sheet) {
        var price = sheet.price();
        var variable = sheet.variableCost();
        if (price == null || variable == null) return new Economics(null, null, null, null, Verdict.UNKNOWN);
        var margin = price.subtract(variable);
        var fixed = sheet.fixedCost();
        if (margin.signum() < 0) {
            return new Economics(
                    margin,
                    null,
                    result(margin, sheet.demandLow(), fixed),
                    result(margin, sheet.demandHigh(), fixed),
                    Verdict.NEVER);
        }
        if (fixed == null) return new Economics(margin, null, null, null, Verdict.UNKNOWN);
        var low = result(margin, sheet.demandLow(), fixed);
        var high = result(margin, sheet.demandHigh(), fixed);
        return new Economics(margin, breakEven(margin, fixed), low, high, verdict(margin, fixed, low, high));
    }

    private static @Nullable Long breakEven(BigDecimal margin, BigDecimal fixed) {
        if (fixed.signum() == 0) return 0L;
        return margin.signum() == 0
                ? null
                : (Long) fixed.divide(margin, 0, RoundingMode.CEILING).longValueExact();
    }

    private static Verdict verdict(
            BigDecimal margin, BigDecimal fixed, @Nullable BigDecimal low, @Nullable BigDecimal high) {
        if (margin.signum() == 0 && fixed.signum() > 0) return Verdict.NEVER;
        if (low == null || high == null) return Verdict.UNKNOWN;
        if (low.signum() >= 0) return Verdict.CARRIES;
        return high.signum() >= 0 ? Verdict.PERHAPS : Verdict.LACKS;
    }

    private static @Nullable BigDecimal result(
            BigDecimal margin, @Nullable Integer demand, @Nullable BigDecimal fixed) {
        return demand == null || fixed == null
                ? null
                : margin.multiply(BigDecimal.valueOf(demand)).subtract(fixed);
    }

    /// What is missing a year with careful demand, as a positive amount.
    public Optional<BigDecimal> gap() {
        return resultLow == null || resultLow.signum() >= 0 ? Optional.empty() : Optional.of(resultLow.negate());
    }
}
