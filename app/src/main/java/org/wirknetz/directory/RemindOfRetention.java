package org.wirknetz.directory;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Four times a day: looks in each network for former people whose retention has ended. Told is remembered, so it
/// may run twice.
@Component
class RemindOfRetention implements Recurring {

    private final EachNetwork networks;
    private final EndOfRetention ends;

    RemindOfRetention(EachNetwork networks, EndOfRetention ends) {
        this.networks = networks;
        this.ends = ends;
    }

    @Override
    public String name() {
        return "directory.retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void round() {
        networks.sumOfReal(network -> ends.end(network.slug()));
    }
}
