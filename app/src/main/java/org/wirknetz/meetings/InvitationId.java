package org.wirknetz.meetings;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// One person's invitation to one meeting.
public record InvitationId(UUID value) implements Id {

    public static InvitationId fresh() {
        return new InvitationId(UUID.randomUUID());
    }
}
