package org.wirknetz.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Fact;
import org.wirknetz.platform.NetworkId;

/// The receiver stands by what was given: evidence of a tie between the two.
///
/// @param weight in hours, else effort points
public record ContributionConfirmed(
        NetworkId network,
        ContributionId contribution,
        UUID giver,
        UUID receiver,
        BigDecimal weight,
        @Nullable LocalDate on)
        implements Fact {}
