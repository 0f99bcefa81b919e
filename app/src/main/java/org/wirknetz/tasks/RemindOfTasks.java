package org.wirknetz.tasks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.wirknetz.access.Networks;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;

/// Every hour: looks in each network for tasks somebody has to be reminded of. Sent is remembered, so it may run twice.
@Component
class RemindOfTasks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RemindOfTasks.class);

    private final Networks networks;
    private final TaskReminders reminders;
    private @Nullable Thread round;

    RemindOfTasks(Networks networks, TaskReminders reminders) {
        this.networks = networks;
        this.reminders = reminders;
    }

    int round() {
        int sent = 0;
        for (var network : networks.all()) {
            // The demo's people are invented: nobody reads their mail.
            if (network.demo()) continue;
            sent += Scope.of(new NetworkId(network.id()))
                    .<Integer, RuntimeException>call(() -> reminders.send(network.slug()));
        }
        return sent;
    }

    @Override
    public void start() {
        round = Thread.ofVirtual().name("remind-of-tasks").start(this::walk);
    }

    private void walk() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(Duration.ofHours(1));
                round();
            } catch (InterruptedException stopping) {
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Reminders of tasks have to wait: {}", away.getMessage());
            }
        }
    }

    @Override
    public void stop() {
        if (round != null) round.interrupt();
        round = null;
    }

    @Override
    public boolean isRunning() {
        return round != null;
    }
}
