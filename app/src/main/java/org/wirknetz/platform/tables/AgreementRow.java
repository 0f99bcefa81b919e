package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An agreement as a list of agreements has it.
///
/// @param key by which duties refer to it; empty where the list has none
/// @param parties keys of organisations
/// @param binding step of the ladder 0 to 5, null where nothing is said
/// @param levels in words, as they stand
/// @param concluded the day on which it was closed, null for a draft
public record AgreementRow(
        Place at,
        String key,
        String title,
        List<String> parties,
        String form,
        @Nullable BigDecimal binding,
        String levels,
        Period period,
        @Nullable BigDecimal noticeMonths,
        String visibility,
        @Nullable LocalDate concluded,
        @Nullable LocalDate ended,
        String reason,
        String purpose,
        String text) {
    public AgreementRow {
        parties = List.copyOf(parties);
    }
}
