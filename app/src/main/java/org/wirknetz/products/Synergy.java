package org.wirknetz.products;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;

/// Whether together is more than the sum of each alone (German: *Synergie*, C9.4): the joint outcome less what each
/// could
/// have done alone, as a range, since every part of it is an estimate.
///
/// Lowest: joint low − Σ alone high. Highest: joint high − Σ alone low. There is no value while somebody who takes part
/// has
/// not been estimated: leaving one out would claim that they could have done nothing.
///
/// @param low the careful reading
/// @param high the hopeful reading
public record Synergy(BigDecimal low, BigDecimal high) {

    /// A lower and an upper bound, low ≤ high.
    public record Range(BigDecimal low, BigDecimal high) {
        public Range {
            if (low.compareTo(high) > 0) throw new IllegalArgumentException("A range is turned round.");
        }
    }

    public static Synergy of(Range together, Collection<Range> alone) {
        var low = together.low();
        var high = together.high();
        for (var one : alone) {
            low = low.subtract(one.high());
            high = high.subtract(one.low());
        }
        return new Synergy(low, high);
    }

    /// True or false where the whole range lies on one side of zero; empty where the estimates do not tell.
    public Optional<Boolean> isMore() {
        if (low.signum() > 0) return Optional.of(true);
        return high.signum() <= 0 ? Optional.of(false) : Optional.empty();
    }
}
