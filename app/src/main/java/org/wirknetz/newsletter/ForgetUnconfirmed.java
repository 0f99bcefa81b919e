package org.wirknetz.newsletter;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: forgets what need not be kept any longer, such as sign-ups nobody has confirmed.
@Component
class ForgetUnconfirmed implements Recurring {

    private final EachNetwork networks;
    private final Subscriptions subscriptions;

    ForgetUnconfirmed(EachNetwork networks, Subscriptions subscriptions) {
        this.networks = networks;
        this.subscriptions = subscriptions;
    }

    @Override
    public String name() {
        return "newsletter.forgetting";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void round() {
        networks.sum(network -> subscriptions.tidy());
    }
}
