package org.wirknetz.networkcheck.alarms;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every quarter of an hour: looks at the alarms of large networks, so that the page Heute tells them without anybody
/// having opened
/// theirs. What has not changed since is not looked at again.
@Component
class LookAhead implements Recurring {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Duration REST = Duration.ofMinutes(15);

    private final EachNetwork networks;
    private final Alarms alarms;
    private final Clock clock;

    LookAhead(EachNetwork networks, Alarms alarms, Clock clock) {
        this.networks = networks;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "networkcheck.alarms";
    }

    @Override
    public Duration first() {
        return SOON;
    }

    @Override
    public Duration every() {
        return REST;
    }

    @Override
    public void round() {
        networks.sum(network -> alarms.lookAhead(LocalDate.now(clock)) ? 1 : 0);
    }
}
