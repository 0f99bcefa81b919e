package org.wirknetz.networkcheck.course;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirknetz.analysis.Effort;

/// Work that takes seconds, done one after the other beside the requests. Whoever asks gets what was finished last, and
/// how far the newer is.
///
/// Nothing is kept beyond the program's life: after a restart the first to ask starts it anew.
///
/// @param <Q> what is asked
/// @param <A> the answer
public final class Backlog<Q, A> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);
    private static final int KEPT = 32;

    private record Finished<A>(long version, A answer) {}

    /// What is there, and how far the newest is.
    ///
    /// @param answer finished last; empty at the first time
    /// @param share done of the one that is being worked out, 0 to 1; 1 where nothing is
    public record State<A>(Optional<A> answer, double share) {
        public boolean isUnderWay() {
            return share < 1;
        }
    }

    private final Map<Q, Finished<A>> finished = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, Finished<A>> eldest) {
            return size() > KEPT;
        }
    };
    private final Map<Q, Double> underWay = new HashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("network-check-", 0).factory());

    /// @param version of the data the answer would be made from; a newer one starts the work, if none is under way
    public synchronized State<A> ask(Q question, long version, Function<Effort, A> work) {
        @Nullable Finished<A> known = finished.get(question);
        if ((known == null || known.version() != version) && !underWay.containsKey(question)) {
            underWay.put(question, 0.0);
            worker.execute(() -> work(question, version, work));
        }
        var share = underWay.getOrDefault(question, 1.0);
        return new State<>(Optional.ofNullable(known).map(Finished::answer), share);
    }

    private void work(Q question, long version, Function<Effort, A> work) {
        try {
            var answer = work.apply(Effort.full().reportingTo(share -> tell(question, share)));
            synchronized (this) {
                finished.put(question, new Finished<>(version, answer));
            }
        } catch (CancellationException stopped) {
            LOG.debug("The program ends before the check was finished.");
        } finally {
            synchronized (this) {
                underWay.remove(question);
            }
        }
    }

    private synchronized void tell(Q question, double share) {
        // Below 1 until the answer can be had.
        underWay.computeIfPresent(question, (same, before) -> Math.max(before, Math.min(0.99, share)));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
