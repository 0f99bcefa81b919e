package org.wirknetz.journal;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Names a contact the office noted.
public record TouchpointId(UUID value) implements Id {

    public static TouchpointId fresh() {
        return new TouchpointId(UUID.randomUUID());
    }
}
