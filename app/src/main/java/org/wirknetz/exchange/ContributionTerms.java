package org.wirknetz.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was done, how much it was, and when.
///
/// @param kind in a few words, such as "Raum überlassen"
/// @param effort points, see [Effort]; null where only hours are known, or nothing
/// @param hours null where nobody counted
/// @param requested whether the receiver had asked for it; what nobody asked for never leads to a reminder
/// @param gift the giver wants nothing back
/// @param givenOn null where nobody knows any more
public record ContributionTerms(
        String kind,
        @Nullable BigDecimal effort,
        @Nullable BigDecimal hours,
        boolean requested,
        boolean gift,
        @Nullable LocalDate givenOn) {}
