package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Something needed or offered.
///
/// @param need whether it is from the table of needs
/// @param sort of an offer, in words: offer, resource, competence
public record ListingRow(
        Place at,
        boolean need,
        String organisation,
        String sort,
        String title,
        String details,
        String topics,
        @Nullable BigDecimal amount,
        String unit,
        String area,
        Period period,
        String visibility) {}
