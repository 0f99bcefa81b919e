package org.wirknetz.surveys;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wirknetz.access.DerivedSecrets;

/// Makes the link of somebody who is invited, the same each time: it is kept nowhere.
@Component
class Links {

    private final DerivedSecrets secrets;

    Links(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    Link of(WaveId wave, UUID invited) {
        return all(wave, invited).getFirst();
    }

    /// Those of former keys too: a wave may have been opened by one.
    List<Link> all(WaveId wave, UUID invited) {
        return secrets.of("surveys/" + wave.value() + "/" + invited).stream()
                .map(Link::of)
                .toList();
    }
}
