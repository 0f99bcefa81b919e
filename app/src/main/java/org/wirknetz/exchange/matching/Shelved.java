package org.wirknetz.exchange.matching;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the matcher keeps of one listing besides its words.
///
/// @param mark changes whenever the row is written
record Shelved(
        UUID id,
        long mark,
        UUID organisation,
        String sort,
        String title,
        String details,
        String topics,
        @Nullable BigDecimal amount,
        String unit,
        @Nullable UUID area,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /// Topics and title say more than what is told in passing.
    String text() {
        return title + " . " + topics.replace(',', ' ') + " . " + details;
    }

    Shelved withoutTexts() {
        return new Shelved(id, mark, organisation, sort, title, "", "", amount, unit, area, validFrom, validTo);
    }

    boolean meets(Shelved other) {
        return before(validFrom, other.validTo) && before(other.validFrom, validTo);
    }

    private static boolean before(@Nullable LocalDate from, @Nullable LocalDate to) {
        return from == null || to == null || from.isBefore(to);
    }

    boolean sameUnit(Shelved other) {
        return unit.strip().toLowerCase(Locale.GERMAN).equals(other.unit.strip().toLowerCase(Locale.GERMAN));
    }
}
