package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A tie declared by one side or by both.
///
/// @param from key of the organisation that reports or gives
/// @param strength null where none is written
/// @param mutual said to hold in both directions
/// @param form form of cooperation in the network's words
/// @param oneWay said not to; where nothing is said, neither is true
public record TieRow(
        Place at,
        String from,
        String to,
        String kind,
        @Nullable BigDecimal strength,
        boolean mutual,
        Period period,
        String form,
        Map<String, String> free,
        boolean oneWay) {
    public TieRow {
        free = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(free));
    }
}
