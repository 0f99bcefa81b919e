package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A body, alliance or programme of the region (German: *Struktur*).
public record StructureId(UUID value) implements Id {

    public static StructureId fresh() {
        return new StructureId(UUID.randomUUID());
    }
}
