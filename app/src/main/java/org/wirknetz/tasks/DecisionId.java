package org.wirknetz.tasks;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// What a body or the office has decided.
public record DecisionId(UUID value) implements Id {

    public static DecisionId fresh() {
        return new DecisionId(UUID.randomUUID());
    }
}
