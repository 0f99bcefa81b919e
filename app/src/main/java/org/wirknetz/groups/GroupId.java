package org.wirknetz.groups;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A body or a working group.
public record GroupId(UUID value) implements Id {

    public static GroupId fresh() {
        return new GroupId(UUID.randomUUID());
    }
}
