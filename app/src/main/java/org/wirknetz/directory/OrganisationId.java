package org.wirknetz.directory;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// A partner of the network, its host, its office or a body it deals with (German: *Organisation*).
public record OrganisationId(UUID value) implements Id {

    public static OrganisationId fresh() {
        return new OrganisationId(UUID.randomUUID());
    }
}
