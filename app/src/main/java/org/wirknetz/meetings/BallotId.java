package org.wirknetz.meetings;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A question that is voted on.
public record BallotId(UUID value) implements Id {

    public static BallotId fresh() {
        return new BallotId(UUID.randomUUID());
    }
}
