package org.wirknetz.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/// Every hour: forgets failures of yesterday and links that have expired.
@Component
class Tidying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final Patience patience;
    private final Links links;
    private @Nullable Thread round;

    Tidying(Patience patience, Links links) {
        this.patience = patience;
        this.links = links;
    }

    @Override
    public void start() {
        round = Thread.ofVirtual().name("tidying").start(this::walk);
    }

    private void walk() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(Duration.ofHours(1));
                patience.tidy();
                links.tidy();
            } catch (InterruptedException stopping) {
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Tidying has to wait: {}", away.getMessage());
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
