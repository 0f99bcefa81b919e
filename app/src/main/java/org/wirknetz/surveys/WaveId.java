package org.wirknetz.surveys;

import java.util.UUID;
import org.wirknetz.platform.Id;

/// Names a wave: the questionnaire, asked once of certain people.
public record WaveId(UUID value) implements Id {

    public static WaveId fresh() {
        return new WaveId(UUID.randomUUID());
    }
}
