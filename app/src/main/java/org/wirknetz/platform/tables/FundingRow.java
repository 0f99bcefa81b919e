package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Money of the network from one source.
///
/// @param probability 0 to 1, null when not said
public record FundingRow(
        Place at,
        String source,
        BigDecimal amount,
        boolean isPublic,
        Period period,
        @Nullable BigDecimal probability) {}
