package org.wirknetz.networkcheck;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;

/// Whose turn it is to compute what takes seconds: one network after the other, and each stands in the queue once, so
/// that whoever asks for fifty days at once holds up nobody but themselves.
final class Turns {

    /// What is computed when it is its turn.
    interface Work<T> {
        T done() throws IOException;
    }

    private final Semaphore one = new Semaphore(1, true);
    private final Set<NetworkId> asking = ConcurrentHashMap.newKeySet();
    private final Duration longestWait;

    Turns(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /// @throws Refused `networkcheck.busy` at once while the network computes or waits already, and when others take
    /// too long
    <T> T take(NetworkId network, Work<T> work) throws IOException {
        if (!asking.add(network)) throw new Refused("networkcheck.busy");
        try {
            if (!alone()) throw new Refused("networkcheck.busy");
            try {
                return work.done();
            } finally {
                one.release();
            }
        } finally {
            asking.remove(network);
        }
    }

    boolean isAwaited() {
        return one.hasQueuedThreads();
    }

    private boolean alone() {
        try {
            return one.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
