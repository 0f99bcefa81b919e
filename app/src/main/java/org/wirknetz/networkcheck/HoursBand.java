package org.wirknetz.networkcheck;

import java.math.BigDecimal;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Hours as a range (F18): exact where somebody counted them, else what the three words of effort say of themselves.
/// Small is "a call, a contact, a paper": half an hour to two. Medium is "a few hours, a room": two to eight. Large is
/// "a
/// day and more": eight to twenty-four. A house rule, no measurement; the page says so.
public record HoursBand(double low, double high) {

    public static final HoursBand NONE = new HoursBand(0, 0);
    static final HoursBand SMALL = new HoursBand(0.5, 2);
    static final HoursBand MEDIUM = new HoursBand(2, 8);
    static final HoursBand LARGE = new HoursBand(8, 24);

    /// @param effort points: 1, 3, 5; of a scale of one's own the nearest word below, and small where nobody said
    public static HoursBand of(@Nullable BigDecimal hours, @Nullable BigDecimal effort) {
        if (hours != null) return new HoursBand(hours.doubleValue(), hours.doubleValue());
        double points = effort == null ? 1 : effort.doubleValue();
        if (points <= 0) return NONE;
        if (points < 3) return SMALL;
        return points < 5 ? MEDIUM : LARGE;
    }

    public static HoursBand sum(Collection<HoursBand> bands) {
        return new HoursBand(
                bands.stream().mapToDouble(HoursBand::low).sum(),
                bands.stream().mapToDouble(HoursBand::high).sum());
    }

    public boolean exact() {
        return low == high;
    }
}
