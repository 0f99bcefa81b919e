package org.wirknetz.surveys;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: reminds those who were asked, and closes what is over. Sent is remembered, so it may run twice.
@Component
class KeepWavesGoing implements Recurring {

    private final EachNetwork networks;
    private final Reminding reminding;
    private final Clock clock;

    KeepWavesGoing(EachNetwork networks, Reminding reminding, Clock clock) {
        this.networks = networks;
        this.reminding = reminding;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "surveys.waves";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void round() {
        var today = LocalDate.now(clock);
        networks.sum(network -> reminding.end(today));
        networks.sumOfReal(network -> reminding.remind(today));
    }
}
