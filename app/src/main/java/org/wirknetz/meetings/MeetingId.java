package org.wirknetz.meetings;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One meeting, single or of a series.
public record MeetingId(UUID value) implements Id {

    public static MeetingId fresh() {
        return new MeetingId(UUID.randomUUID());
    }
}
