package org.wirknetz.access;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.Recurring;

/// At the start, and once a day: seals second factors with the present key.
@Component
class SealingAnew implements Recurring {

    private static final Logger LOG = LoggerFactory.getLogger(SealingAnew.class);

    private final SecondFactor secondFactor;

    SealingAnew(SecondFactor secondFactor) {
        this.secondFactor = secondFactor;
    }

    @Override
    public String name() {
        return "access.sealing-anew";
    }

    @Override
    public Duration every() {
        return Duration.ofDays(1);
    }

    @Override
    public Duration first() {
        return Duration.ZERO;
    }

    @Override
    public void round() {
        int lost = secondFactor.sealAnew();
        if (lost == 0) return;
        LOG.warn(
                "The key of this installation does not open {} second factors: put the former key back (docs/operating.md).",
                lost);
    }
}
