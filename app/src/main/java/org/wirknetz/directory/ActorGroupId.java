package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A kind of partner the network distinguishes (German: *Akteursgruppe*).
public record ActorGroupId(UUID value) implements Id {

    public static ActorGroupId fresh() {
        return new ActorGroupId(UUID.randomUUID());
    }
}
