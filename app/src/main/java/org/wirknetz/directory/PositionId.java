package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// What somebody is in an organisation, for one interval (German: *Stellung*).
public record PositionId(UUID value) implements Id {

    public static PositionId fresh() {
        return new PositionId(UUID.randomUUID());
    }
}
