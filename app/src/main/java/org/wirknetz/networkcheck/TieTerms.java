package org.wirknetz.networkcheck;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is said about a tie, apart from who says it.
///
/// @param strength from 1 (loose) to 5 (close); null where nobody has said
/// @param mutual whether it goes both ways
/// @param start the first day; null for as long as anybody remembers
/// @param end the first day on which it is no more; null while it lasts
public record TieTerms(
        String kind,
        @Nullable Integer strength,
        boolean mutual,
        @Nullable CooperationForm form,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String note) {

    static final int MOST_NOTE = 2000;

    public TieTerms {
        if (!TieKind.isKey(kind)) throw new Refused("networkcheck.tie.kind-unknown", kind);
        if (strength != null && (strength < 1 || strength > 5))
            throw new Refused("networkcheck.tie.strength-range", strength);
        if (start != null && end != null && !start.isBefore(end)) throw new Refused("networkcheck.tie.dates-turned");
        if (note.length() > MOST_NOTE) throw new Refused("networkcheck.tie.note-long", MOST_NOTE);
    }

    public static TieTerms of(String kind, @Nullable Integer strength, boolean mutual) {
        return new TieTerms(kind, strength, mutual, null, null, null, "");
    }

    public TieTerms endingOn(LocalDate day) {
        return new TieTerms(kind, strength, mutual, form, start, day, note);
    }

    public TieTerms withStrength(@Nullable Integer other) {
        return new TieTerms(kind, other, mutual, form, start, end, note);
    }

    public boolean holdsOn(LocalDate day) {
        return (start == null || !day.isBefore(start)) && (end == null || day.isBefore(end));
    }
}
