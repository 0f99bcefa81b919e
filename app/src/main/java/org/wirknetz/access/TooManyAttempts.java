package org.wirknetz.access;

import java.time.Duration;

/// Not now: too many failed attempts, or too many people at once (429). Says when to come back, and nothing
/// about why.
public class TooManyAttempts extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration comeBackIn;

    public TooManyAttempts(Duration comeBackIn) {
        super("too many attempts", null, false, false);
        this.comeBackIn = comeBackIn;
    }

    public long seconds() {
        return Math.max(1, comeBackIn.plusMillis(999).toSeconds());
    }
}
