package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One organisation did something for another. It weighs its hours, else its effort (small 1, medium 3, large
/// 5), else
/// 1.
///
/// @param requested whether it was asked for
/// @param date null counts as valid at any date
public record ContributionRow(
        Place at,
        String giver,
        String receiver,
        String kind,
        @Nullable BigDecimal effort,
        @Nullable BigDecimal hours,
        boolean requested,
        @Nullable LocalDate date) {
    public double weight() {
        if (hours != null) return hours.doubleValue();
        return effort != null ? effort.doubleValue() : 1;
    }
}
