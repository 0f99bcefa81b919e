package org.wirknetz.rounds;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Names a question round.
public record RoundId(UUID value) implements Id {

    public static RoundId fresh() {
        return new RoundId(UUID.randomUUID());
    }
}
