package org.wirknetz.groups;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is written down about a group (German: *Geschäftsordnung* and *Auftrag* together).
///
/// @param purpose what it is for, in a sentence or two
/// @param mandate what it was charged with, by whom, in their words
/// @param expected the result that is expected of it
/// @param rules how it works and decides
/// @param termFrom first day of its term; null without one
/// @param termTo the day after the last of its term; null where it is open
/// @param rhythmDays how often it means to meet; null where that is left open
/// @param quorum null where any number may decide
public record Charter(
        String name,
        GroupKind kind,
        @Nullable String purpose,
        @Nullable String mandate,
        @Nullable String expected,
        @Nullable String rules,
        @Nullable LocalDate termFrom,
        @Nullable LocalDate termTo,
        @Nullable Integer rhythmDays,
        @Nullable Quorum quorum,
        Circle circle) {

    /// Five years.
    private static final int LONGEST_RHYTHM = 1830;

    /// @throws Refused when the name is missing, a text is too long, the term is turned round or the rhythm absurd
    public Charter {
        name = name.strip();
        if (name.isEmpty()) throw new Refused("groups.name-missing");
        if (name.length() > 200) throw new Refused("groups.too-long", 200);
        purpose = Texts.clean(purpose, 2_000);
        mandate = Texts.clean(mandate, 10_000);
        expected = Texts.clean(expected, 2_000);
        rules = Texts.clean(rules, 20_000);
        if (termFrom != null && termTo != null && !termFrom.isBefore(termTo)) throw new Refused("groups.term-turned");
        if (rhythmDays != null && (rhythmDays < 1 || rhythmDays > LONGEST_RHYTHM))
            throw new Refused("groups.rhythm.range", LONGEST_RHYTHM);
    }
}
