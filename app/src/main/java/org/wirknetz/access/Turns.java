package org.wirknetz.access;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// One after the other for the same key, on this machine, holding no connection while waiting. The database keeps
/// order between machines; this keeps fifty impatient clicks from taking up all its connections.
final class Turns {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private record Turn(Semaphore free, int waiting) {}

    private final ConcurrentHashMap<String, Turn> turns = new ConcurrentHashMap<>();

    /// @return whether the turn came before patience ended; whoever got it has to call [#over]
    boolean await(String key) {
        var turn = turns.compute(
                key,
                (same, known) ->
                        known == null ? new Turn(new Semaphore(1), 1) : new Turn(known.free(), known.waiting() + 1));
        try {
            if (turn.free().tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        leave(key);
        return false;
    }

    void over(String key) {
        var turn = turns.get(key);
        if (turn != null) turn.free().release();
        leave(key);
    }

    private void leave(String key) {
        turns.computeIfPresent(
                key, (same, known) -> known.waiting() == 1 ? null : new Turn(known.free(), known.waiting() - 1));
    }
}
