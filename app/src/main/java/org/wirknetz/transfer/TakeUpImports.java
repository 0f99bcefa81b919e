package org.wirknetz.transfer;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Takes up imports that a node that died has left unfinished.
@Component
class TakeUpImports implements Recurring {

    private final EachNetwork networks;
    private final ImportJobs jobs;

    TakeUpImports(EachNetwork networks, ImportJobs jobs) {
        this.networks = networks;
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "transfer.imports";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(20);
    }

    @Override
    public Duration first() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void round() {
        networks.sum(network -> jobs.takeUp());
    }
}
