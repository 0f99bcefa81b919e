package org.wirknetz.platform;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Several things to be done of which none shall suffer from another's fault: all are tried, and in the end
/// it is said how many failed.
public final class Attempts {

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final List<RuntimeException> faults = new ArrayList<>();

    /// Some of what was to be done could not be done; the log says what. The first fault is its cause.
    public static final class Unfinished extends RuntimeException {
        private Unfinished(List<RuntimeException> faults) {
            super(faults.size() + " things were not done.", faults.getFirst());
        }
    }

    /// @param name for the log; nothing about people
    public void at(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException fault) {
            LOG.warn("event=attempt.failed what={} fault=\"{}\"", name, Trouble.told(fault));
            faults.add(fault);
        }
    }

    /// @throws Unfinished when any of them failed
    public void end() {
        if (!faults.isEmpty()) throw new Unfinished(faults);
    }
}
