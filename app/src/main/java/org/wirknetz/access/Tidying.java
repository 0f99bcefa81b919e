package org.wirknetz.access;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.wirknetz.platform.SentForms;

/// At the start: seals second factors with the present key. Every hour: forgets failures of yesterday, links that have
/// expired and forms of the day before yesterday.
@Component
class Tidying implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);

    private final Patience patience;
    private final Links links;
    private final SentForms forms;
    private final SecondFactor secondFactor;
    private @Nullable Thread round;

    Tidying(Patience patience, Links links, SentForms forms, SecondFactor secondFactor) {
        this.patience = patience;
        this.links = links;
        this.forms = forms;
        this.secondFactor = secondFactor;
    }

    @Override
    public void start() {
        round = Thread.ofVirtual().name("tidying").start(this::walk);
    }

    private void walk() {
        sealAnew();
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Thread.sleep(Duration.ofHours(1));
                patience.tidy();
                links.tidy();
                forms.tidy();
            } catch (InterruptedException stopping) {
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Tidying has to wait: {}", away.getMessage());
            }
        }
    }

    private void sealAnew() {
        try {
            int lost = secondFactor.sealAnew();
            if (lost > 0) {
                LOG.warn(
                        "The key of this installation does not open {} second factors: put the former key back (docs/operating.md).",
                        lost);
            }
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("Sealing anew has to wait for the next start: {}", away.getMessage());
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
