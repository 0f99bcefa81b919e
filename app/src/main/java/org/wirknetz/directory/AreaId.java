package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A district or municipality of the region (German: *Gebiet*).
public record AreaId(UUID value) implements Id {

    public static AreaId fresh() {
        return new AreaId(UUID.randomUUID());
    }
}
