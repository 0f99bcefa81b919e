package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One version of the target constellation (German: *Sollbild*).
public record TargetModelId(UUID value) implements Id {

    public static TargetModelId fresh() {
        return new TargetModelId(UUID.randomUUID());
    }
}
