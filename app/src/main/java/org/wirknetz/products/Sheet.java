package org.wirknetz.products;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// The figures a product stands on (German: *Produktblatt*): euros, a year. All are plans; what is not known is null.
///
/// @param unit what is sold once, such as "Teilnahme"
/// @param price of one unit
/// @param variableCost what one more unit costs
/// @param fixedCost what it costs a year before the first unit
/// @param demandLow units a year, the careful guess
/// @param demandHigh units a year, the hopeful guess
/// @param demandSource who says so
public record Sheet(
        @Nullable String unit,
        @Nullable BigDecimal price,
        @Nullable BigDecimal variableCost,
        @Nullable BigDecimal fixedCost,
        @Nullable Integer demandLow,
        @Nullable Integer demandHigh,
        @Nullable String demandSource) {

    public static final Sheet EMPTY = new Sheet(null, null, null, null, null, null, null);
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    /// @throws Refused when a figure is negative or absurd, the demand is turned round, or nobody says where it comes
    /// from
    public Sheet {
        unit = Texts.clean(unit, 60);
        demandSource = Texts.clean(demandSource, 300);
        price = money(price);
        variableCost = money(variableCost);
        fixedCost = money(fixedCost);
        if (demandLow == null && demandHigh != null) demandLow = demandHigh;
        if (demandHigh == null && demandLow != null) demandHigh = demandLow;
        if (demandLow != null && demandHigh != null) {
            if (demandLow < 0) throw new Refused("products.sheet.negative");
            if (demandHigh < demandLow) throw new Refused("products.range-turned");
            if (demandSource == null) throw new Refused("products.sheet.demand-source-missing");
        }
    }

    static @Nullable BigDecimal money(@Nullable BigDecimal amount) {
        if (amount == null) return null;
        if (amount.signum() < 0) throw new Refused("products.sheet.negative");
        if (amount.compareTo(MOST) > 0) throw new Refused("products.sheet.too-much");
        if (amount.stripTrailingZeros().scale() > 2) throw new Refused("products.sheet.cents");
        return amount.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }
}
