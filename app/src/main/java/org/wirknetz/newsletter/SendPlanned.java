package org.wirknetz.newsletter;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.wirknetz.access.Networks;
import org.wirknetz.access.Role;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;

/// Sends issues whose time has come, if whoever planned them may still send; and forgets what need not be
/// kept any longer.
@Component
class SendPlanned implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(SendPlanned.class);

    private final Networks networks;
    private final Issues issues;
    private final Sending sending;
    private final Subscriptions subscriptions;
    private final Seats seats;
    private @Nullable Thread round;

    SendPlanned(Networks networks, Issues issues, Sending sending, Subscriptions subscriptions, Seats seats) {
        this.networks = networks;
        this.issues = issues;
        this.sending = sending;
        this.subscriptions = subscriptions;
        this.seats = seats;
    }

    /// @return how many mails are on their way
    int round() {
        int sent = 0;
        for (var network : networks.all()) {
            sent += Scope.of(new NetworkId(network.id())).<Integer, RuntimeException>call(this::inNetwork);
        }
        return sent;
    }

    private int inNetwork() {
        int sent = 0;
        for (var issue : issues.due()) {
            try {
                if (maySend(issue)) sent += sending.issue(issue.id());
                else issues.unplan(issue.id());
            } catch (Refused refused) {
                LOG.warn("Planned issue {} goes back to the drafts: {}", issue.id(), refused.key());
                issues.unplan(issue.id());
            }
        }
        return sent;
    }

    private boolean maySend(Issues.Card issue) {
        return seats.all().stream()
                .anyMatch(seat -> seat.account().equals(issue.plannedBy()) && seat.as() == Role.OFFICE);
    }

    int tidy() {
        int gone = 0;
        for (var network : networks.all()) {
            gone += Scope.of(new NetworkId(network.id())).<Integer, RuntimeException>call(subscriptions::tidy);
        }
        return gone;
    }

    @Override
    public void start() {
        round = Thread.ofVirtual().name("send-planned").start(this::walk);
    }

    private void walk() {
        for (long n = 1; !Thread.currentThread().isInterrupted(); n++) {
            try {
                Thread.sleep(Duration.ofSeconds(30));
                round();
                if (n % 120 == 0) tidy();
            } catch (InterruptedException stopping) {
                return;
            } catch (DataAccessException | TransactionException away) {
                LOG.warn("Planned newsletters have to wait: {}", away.getMessage());
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
