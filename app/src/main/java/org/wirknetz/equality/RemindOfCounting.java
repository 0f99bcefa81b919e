package org.wirknetz.equality;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: looks in each network for organisations that have not counted yet. Sent is remembered, so it
/// may run twice.
@Component
class RemindOfCounting implements Recurring {

    private final EachNetwork networks;
    private final CountReminders reminders;

    RemindOfCounting(EachNetwork networks, CountReminders reminders) {
        this.networks = networks;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "equality.reminders";
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
