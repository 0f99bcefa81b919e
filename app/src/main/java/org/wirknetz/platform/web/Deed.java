package org.wirknetz.platform.web;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.ClockSource;

/// One entry of a history, in words: who did what, when, and what stood there before.
///
/// @param who null for a job
/// @param sentence such as "Karte geändert"
/// @param about whom or what it concerns where the sentence alone does not say so; may be empty
/// @param undoable whether this person may take the whole change back from here
public record Deed(
        UUID change,
        Instant at,
        @Nullable String who,
        String sentence,
        String about,
        List<Shift> shifts,
        boolean undone,
        boolean undoable) {

    /// One field. Both sides empty: that it changed is all that can be said in words.
    public record Shift(String field, String before, String after) {}

    public ZonedDateTime when() {
        return at.atZone(ClockSource.ZONE);
    }
}
