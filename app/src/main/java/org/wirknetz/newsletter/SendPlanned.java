package org.wirknetz.newsletter;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.access.Role;
import org.wirknetz.access.Seats;
import org.wirknetz.platform.Attempts;
import org.wirknetz.platform.Recurring;
import org.wirknetz.platform.Refused;

/// Sends issues whose time has come, if whoever planned them may still send.
@Component
class SendPlanned implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(SendPlanned.class);

    private final EachNetwork networks;
    private final Issues issues;
    private final Sending sending;
    private final Seats seats;

    SendPlanned(EachNetwork networks, Issues issues, Sending sending, Seats seats) {
        this.networks = networks;
        this.issues = issues;
        this.sending = sending;
        this.seats = seats;
    }

    @Override
    public String name() {
        return "newsletter.planned";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void round() {
        send();
    }

    /// @return how many mails are on their way
    int send() {
        return networks.sum(network -> inNetwork());
    }

    private int inNetwork() {
        int[] sent = {0};
        var attempts = new Attempts();
        for (var issue : issues.due()) attempts.at("issue:" + issue.id(), () -> sent[0] += send(issue));
        attempts.end();
        return sent[0];
    }

    private int send(Issues.Card issue) {
        try {
            if (maySend(issue)) return sending.issue(issue.id());
        } catch (Refused refused) {
            LOG.warn("Planned issue {} goes back to the drafts: {}", issue.id(), refused.key());
        }
        issues.unplan(issue.id());
        return 0;
    }

    private boolean maySend(Issues.Card issue) {
        return seats.all().stream()
                .anyMatch(seat -> seat.account().equals(issue.plannedBy()) && seat.as() == Role.OFFICE);
    }
}
