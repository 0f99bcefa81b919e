package org.wirknetz.tasks;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: looks in each network for tasks somebody has to be reminded of. Sent is remembered, so it may
/// run twice.
@Component
class RemindOfTasks implements Recurring {

    private final EachNetwork networks;
    private final TaskReminders reminders;

    RemindOfTasks(EachNetwork networks, TaskReminders reminders) {
        this.networks = networks;
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "tasks.reminders";
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
