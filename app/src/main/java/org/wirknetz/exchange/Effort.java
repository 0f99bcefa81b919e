package org.wirknetz.exchange;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much it was, where nobody counts hours (M10: 1, 3, 5 points).
public enum Effort {
    SMALL(1),
    MEDIUM(3),
    LARGE(5);

    private final int points;

    Effort(int points) {
        this.points = points;
    }

    public BigDecimal points() {
        return BigDecimal.valueOf(points);
    }

    /// Empty for a number of somebody's own scale.
    public static Optional<Effort> of(@Nullable BigDecimal points) {
        return Arrays.stream(values())
                .filter(it -> points != null && it.points().compareTo(points) == 0)
                .findFirst();
    }
}
