package org.wirknetz.api;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Every hour: forgets what creating calls were answered a day ago. It repeats whole cards, whose people may have been
/// removed since.
@Component
class ForgetAnswers implements Recurring {

    private final EachNetwork networks;
    private final JdbcClient db;

    ForgetAnswers(EachNetwork networks, JdbcClient db) {
        this.networks = networks;
        this.db = db;
    }

    @Override
    public String name() {
        return "api.forgetting";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void round() {
        networks.sum(network -> db.sql(
                        "delete from api.answer where network = platform.network() and created_at <= now() - interval '1 day'")
                .update());
    }
}
