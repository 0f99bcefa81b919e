package org.wirknetz.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is needed, offered or stood for: words, amount, place, period `[from, to)`.
///
/// @param topics words of the thesaurus or own ones, separated by commas
/// @param area null is anywhere
/// @param forIt false for an interest that is against something
public record ListingTerms(
        Sort sort,
        String title,
        String details,
        String topics,
        @Nullable BigDecimal amount,
        String unit,
        @Nullable UUID area,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Visibility visibility,
        boolean forIt) {

    public ListingTerms {
        if (title.isBlank()) throw new Refused("exchange.listing.title-missing");
        if (from != null && to != null && !from.isBefore(to)) throw new Refused("exchange.listing.dates-turned");
    }
}
