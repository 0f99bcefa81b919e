package org.wirknetz.platform.tables;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A body or working group.
///
/// @param quorum as written, such as `2/3` or `mehr als 1/2`; empty where any number may decide
/// @param closed the day it ended; null while it works
public record GroupRow(
        Place at,
        String name,
        String kind,
        @Nullable LocalDate founded,
        String purpose,
        String mandate,
        String expected,
        String rules,
        Period term,
        @Nullable BigDecimal rhythm,
        String quorum,
        String visibility,
        @Nullable LocalDate closed,
        String result) {

    public enum Sort {
        STEERING,
        PLENARY,
        WORKING_GROUP,
        OTHER
    }

    /// What the written kind means. Folding makes one letter of "ue".
    public Sort sort() {
        var word = Folded.word(kind);
        if (word.startsWith("steu") || word.startsWith("steering") || word.startsWith("lenk")) return Sort.STEERING;
        if (word.startsWith("plen")) return Sort.PLENARY;
        return word.startsWith("arbeits") || word.startsWith("working") || word.equals("ag")
                ? Sort.WORKING_GROUP
                : Sort.OTHER;
    }
}
