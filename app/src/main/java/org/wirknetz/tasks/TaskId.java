package org.wirknetz.tasks;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Something somebody has to do, or has promised.
public record TaskId(UUID value) implements Id {

    public static TaskId fresh() {
        return new TaskId(UUID.randomUUID());
    }
}
