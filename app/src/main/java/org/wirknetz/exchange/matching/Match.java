package org.wirknetz.exchange.matching;

import java.util.List;
import java.util.UUID;

/// A proposal with its reasons.
///
/// @param score from 0 to 1; it only orders, and is not shown
/// @param sort of the listing found
public record Match(
        UUID listing,
        String sort,
        String title,
        UUID organisation,
        String organisationName,
        double score,
        List<Reason> reasons) {}
