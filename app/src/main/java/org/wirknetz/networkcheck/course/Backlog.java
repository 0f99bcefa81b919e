package org.wirknetz.networkcheck.course;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
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

    /// One worker serves all networks: a reader who asks for a thousand days keeps nobody waiting for hours.
    private static final int MOST_WAITING = 8;

    private record Finished<A>(long version, A answer) {}

    /// What is there, and how far the newest is.
    ///
    /// @param answer finished last; empty at the first time
    /// @param share done of the one that is being worked out, 0 to 1; 1 where nothing is
    /// @param stopped nobody works on the newest: somebody ended it, or too many others wait
    public record State<A>(Optional<A> answer, double share, boolean stopped) {
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

    private static final class Run {
        private double share;
        private volatile boolean cancelled;
    }

    private final Map<Q, Run> underWay = new HashMap<>();

    /// The version of which somebody has said that it need not be worked out.
    private final Map<Q, Long> stopped = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Q, Long> eldest) {
            return size() > KEPT;
        }
    };

    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("network-check-", 0).factory());

    /// @param version of the data the answer would be made from; a newer one starts the work, if none is under way
    public synchronized State<A> ask(Q question, long version, Function<Effort, A> work) {
        @Nullable Finished<A> known = finished.get(question);
        boolean old = known == null || known.version() != version;
        boolean unwanted = old && Objects.equals(stopped.get(question), version);
        @Nullable Run run = underWay.get(question);
        boolean full = underWay.size() >= MOST_WAITING;
        if (old && !unwanted && run == null && !full) {
            var begun = new Run();
            run = begun;
            underWay.put(question, begun);
            worker.execute(() -> work(question, version, begun, work));
        }
        return new State<>(
                Optional.ofNullable(known).map(Finished::answer),
                run == null ? 1 : run.share,
                unwanted || (old && run == null));
    }

    /// Ends the work on a question, and does not begin it again for this version of the data.
    public synchronized void stop(Q question, long version) {
        stopped.put(question, version);
        @Nullable Run run = underWay.remove(question);
        if (run != null) run.cancelled = true;
    }

    /// What was stopped may be worked out after all.
    public synchronized void resume(Q question) {
        stopped.remove(question);
    }

    private void work(Q question, long version, Run run, Function<Effort, A> work) {
        try {
            var answer =
                    work.apply(Effort.full().cancelledBy(() -> run.cancelled).reportingTo(share -> tell(run, share)));
            synchronized (this) {
                finished.put(question, new Finished<>(version, answer));
            }
        } catch (CancellationException stopping) {
            LOG.debug("A check was stopped before it was finished.");
        } finally {
            synchronized (this) {
                underWay.remove(question, run);
            }
        }
    }

    private synchronized void tell(Run run, double share) {
        // Below 1 until the answer can be had.
        run.share = Math.max(run.share, Math.min(0.99, share));
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
