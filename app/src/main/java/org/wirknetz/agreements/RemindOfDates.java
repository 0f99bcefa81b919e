package org.wirknetz.agreements;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: looks in each network for dates somebody has to be reminded of. Sent is remembered, so it may
/// run twice.
@Component
class RemindOfDates implements Recurring {

    private final EachNetwork networks;
    private final Reminders reminders;

    RemindOfDates(EachNetwork networks, Reminders reminders) {
        this.networks = networks;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "agreements.reminders";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void round() {
        networks.sumOfReal(network -> reminders.send(network.slug()));
    }
}
