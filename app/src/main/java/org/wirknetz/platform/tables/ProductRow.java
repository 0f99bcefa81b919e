package org.wirknetz.platform.tables;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A joint product or service.
///
/// @param owners keys of the organisations that answer for it
/// @param partners keys of those that take part besides
/// @param since the day it reached its stage
public record ProductRow(
        Place at,
        String name,
        String kind,
        String stage,
        @Nullable LocalDate since,
        List<String> owners,
        List<String> partners,
        String purpose,
        String rights,
        String outcome) {
    public ProductRow {
        owners = List.copyOf(owners);
        partners = List.copyOf(partners);
    }
}
