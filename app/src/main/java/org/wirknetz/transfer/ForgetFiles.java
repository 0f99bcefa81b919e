package org.wirknetz.transfer;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wirknetz.access.EachNetwork;
import org.wirknetz.platform.Recurring;

/// Empties the files of imports that are over: they hold addresses of people that nobody needs twice.
@Component
class ForgetFiles implements Recurring {

    private final EachNetwork networks;
    private final Imports imports;

    ForgetFiles(EachNetwork networks, Imports imports) {
        this.networks = networks;
        this.imports = imports;
    }

    @Override
    public String name() {
        return "transfer.files";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void round() {
        networks.sum(network -> imports.forgetFiles());
    }
}
