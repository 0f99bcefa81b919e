package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One status of one organisation in the network, for one interval (German: *Mitgliedschaft*).
public record MembershipId(UUID value) implements Id {

    public static MembershipId fresh() {
        return new MembershipId(UUID.randomUUID());
    }
}
