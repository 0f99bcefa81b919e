package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// What somebody does in the network for an organisation, for one interval (German: *Beauftragung*).
public record MandateId(UUID value) implements Id {

    public static MandateId fresh() {
        return new MandateId(UUID.randomUUID());
    }
}
