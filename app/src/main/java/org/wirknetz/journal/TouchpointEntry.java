package org.wirknetz.journal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.Refused;

/// What is noted after a contact.
///
/// @param person with whom; null where it was the organisation as such
/// @param minutes how long it took; null where nobody counted
public record TouchpointEntry(
        UUID organisation,
        @Nullable UUID person,
        ContactKind kind,
        LocalDate heldOn,
        String topic,
        @Nullable Integer minutes) {

    public static final int LONGEST_TOPIC = 500;
    public static final int DAY = 24 * 60;

    /// @throws Refused `journal.empty`, `journal.too-long` or `journal.minutes-wrong`
    public TouchpointEntry {
        topic = Texts.line(topic, LONGEST_TOPIC);
        if (minutes != null && (minutes < 1 || minutes > DAY)) throw new Refused("journal.minutes-wrong", DAY);
    }
}
