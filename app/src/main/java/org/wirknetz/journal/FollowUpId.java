package org.wirknetz.journal;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Names something to come back to.
public record FollowUpId(UUID value) implements Id {

    public static FollowUpId fresh() {
        return new FollowUpId(UUID.randomUUID());
    }
}
