package org.wirknetz.meetings;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// One item of an agenda (German: *Tagesordnungspunkt*).
///
/// @param minutes how long it is to take; null while that is open
/// @param side whether it comes from practice or from theory; null where that says nothing
/// @param speaker who speaks to it
/// @param speaking the organisation the speaker comes from, or that sends somebody
/// @param proposer the organisation that wanted it on the agenda
public record AgendaEntry(
        String title,
        Kind kind,
        @Nullable Integer minutes,
        @Nullable Side side,
        @Nullable UUID speaker,
        @Nullable UUID speaking,
        @Nullable UUID proposer,
        @Nullable String notes) {

    /// Impuls, Austausch, Beschluss, Information.
    public enum Kind {
        IMPULSE,
        EXCHANGE,
        DECISION,
        INFORMATION
    }

    public enum Side {
        PRACTICE,
        THEORY
    }

    /// @throws Refused when the title is missing or something is too long
    public AgendaEntry {
        var line = Texts.line(title, 300);
        if (line == null) throw new Refused("meetings.agenda.title-missing");
        title = line;
        if (minutes != null && (minutes < 1 || minutes > 1440)) throw new Refused("meetings.agenda.no-minutes");
        notes = Texts.clean(notes, 4000);
    }
}
