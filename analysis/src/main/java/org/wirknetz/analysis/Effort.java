package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// How a long computation may run: on how many threads, who may cancel it, who hears how far it is. The result
/// is the same for any number of threads.
///
/// A cancelled computation ends with a `CancellationException` and leaves nothing behind. To interrupt the thread
/// that called is to cancel; it stays interrupted.
public final class Effort {
    private final int threads;
    private final BooleanSupplier cancelled;
    private final DoubleConsumer progress;

    private Effort(int threads, BooleanSupplier cancelled, DoubleConsumer progress) {
        this.threads = threads;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /// On as many threads as there are processors.
    public static Effort full() {
        return threads(Runtime.getRuntime().availableProcessors());
    }

    public static Effort threads(int threads) {
        if (threads < 1) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of threads", threads, 1);
        return new Effort(threads, () -> false, share -> {});
    }

    /// Asked between pieces of work; true ends the computation.
    public Effort cancelledBy(BooleanSupplier cancelled) {
        return new Effort(threads, cancelled, progress);
    }

    /// Hears the share done, rising from 0 to 1, from whichever thread has finished a piece.
    public Effort reportingTo(DoubleConsumer progress) {
        return new Effort(threads, cancelled, progress);
    }

    /// On how many threads at most.
    public int threads() {
        return threads;
    }

    /// Runs pieces 0 … count − 1, each on one of the threads. Every thread asks for a worker of its own.
    void run(int count, Supplier<IntConsumer> workers) {
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable Throwable>();
        var done = new Done(count);
        Runnable loop = () -> {
            try {
                IntConsumer worker = null;
                for (int piece; failure.get() == null && (piece = next.getAndIncrement()) < count; ) {
                    check();
                    if (worker == null) worker = workers.get();
                    worker.accept(piece);
                    done.one();
                }
            } catch (Throwable thrown) {
                failure.compareAndSet(null, thrown);
            }
        };
        var helpers = new ArrayList<Thread>();
        for (int i = 1; i < Math.min(threads, count); i++)
            helpers.add(Thread.ofPlatform().daemon().name("measure-", i).start(loop));
        loop.run();
        // What has failed once needs no other piece: the helpers stop in the middle of theirs.
        if (failure.get() != null) helpers.forEach(Thread::interrupt);
        join(helpers, failure);
        var thrown = failure.get();
        if (thrown instanceof RuntimeException refused) throw refused;
        if (thrown instanceof Error error) throw error;
    }

    /// The same threads and the same way to cancel, and nobody hears of it: for steps within a step.
    public Effort silently() {
        return new Effort(threads, cancelled, share -> {});
    }

    /// Ends the computation if it was cancelled.
    public void check() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted())
            throw new CancellationException("The computation was cancelled.");
    }

    /// For computations on one thread: tells that `done` of so many steps are made, and ends if cancelled.
    public void step(long done, long steps) {
        check();
        progress.accept((double) done / steps);
    }

    /// The same for steps too small to tell each of them.
    void stepAt(int done, int steps) {
        if ((done & (1 << 16) - 1) == 0) step(done, Math.max(1, steps));
    }

    /// Pieces 0 … count − 1, each once, on any of the threads; they must not depend on each other.
    public void forEach(int count, IntConsumer piece) {
        run(count, piece);
    }

    void run(int count, IntConsumer piece) {
        run(count, () -> piece);
    }

    private static void join(ArrayList<Thread> helpers, AtomicReference<@Nullable Throwable> failure) {
        boolean interrupted = false;
        for (var helper : helpers)
            while (helper.isAlive())
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    // Only when the helpers have stopped is the caller's interruption passed on.
                    interrupted = true;
                    failure.compareAndSet(null, new CancellationException("The computation was interrupted."));
                    helpers.forEach(Thread::interrupt);
                }
        if (interrupted) Thread.currentThread().interrupt();
    }

    private final class Done {
        private final int count;
        private int pieces;

        Done(int count) {
            this.count = count;
        }

        synchronized void one() {
            progress.accept((double) ++pieces / count);
        }
    }
}
