package org.wirknetz.platform;

import java.time.Duration;

/// Work that comes round by itself, again and again, for as long as the program serves. Each is a bean; the
/// [Clockwork] calls it. It may be called on several nodes at once and must be able to bear that.
public interface Recurring {

    /// What it is called in the log and by `doctor`, such as `tasks.reminders`.
    String name();

    /// How long to rest between the end of one round and the beginning of the next.
    Duration every();

    /// How long after the start the first round begins.
    default Duration first() {
        return every();
    }

    /// One round. What it throws is noted, and the next round begins in its time nevertheless.
    void round() throws Exception;
}
