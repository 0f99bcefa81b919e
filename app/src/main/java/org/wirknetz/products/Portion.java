package org.wirknetz.products;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What one partner takes of cost and revenue, in per cent; null while it is not agreed.
public record Portion(@Nullable BigDecimal cost, @Nullable BigDecimal revenue) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    public Portion {
        cost = percent(cost);
        revenue = percent(revenue);
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal share) {
        if (share == null) return null;
        if (share.signum() < 0 || share.compareTo(WHOLE) > 0) throw new Refused("products.share.range");
        if (share.stripTrailingZeros().scale() > 2) throw new Refused("products.share.digits");
        return share.setScale(2, java.math.RoundingMode.UNNECESSARY);
    }
}
