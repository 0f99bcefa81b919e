package org.wirknetz.equality;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Names a collection of counts.
public record CollectionId(UUID value) implements Id {

    public static CollectionId fresh() {
        return new CollectionId(UUID.randomUUID());
    }
}
