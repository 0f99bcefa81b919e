package org.wirknetz.meetings;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Meetings in a rhythm (German: *Reihe*).
public record SeriesId(UUID value) implements Id {

    public static SeriesId fresh() {
        return new SeriesId(UUID.randomUUID());
    }
}
