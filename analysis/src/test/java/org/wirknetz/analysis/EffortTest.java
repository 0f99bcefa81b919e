package org.wirknetz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EffortTest {

    @Test
    void every_piece_is_done_once_and_heard_of() {
        for (int threads : new int[] {1, 3}) {
            var heard = new ArrayList<Double>();
            var done = new AtomicInteger[50];
            java.util.Arrays.setAll(done, i -> new AtomicInteger());
            Effort.threads(threads).reportingTo(heard::add).run(50, piece -> done[piece].incrementAndGet());
            assertThat(done).allMatch(count -> count.get() == 1);
            assertThat(heard).hasSize(50).isSorted().endsWith(1.0);
        }
    }

    @Test
    void a_cancelled_computation_ends_at_its_next_piece() {
        var pieces = new AtomicInteger();
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Effort.threads(2)
                        .cancelledBy(() -> pieces.get() >= 5)
                        .run(1_000_000, piece -> pieces.incrementAndGet()));
        assertThat(pieces.get()).isBetween(5, 10);
    }

    @Test
    void what_goes_wrong_in_a_thread_comes_out() {
        assertThatExceptionOfType(RefusedInput.class)
                .isThrownBy(() -> Effort.threads(4).run(100, piece -> {
                    throw new RefusedInput(RefusedInput.Reason.BLANK_KEY);
                }));
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void an_interrupted_caller_gets_away_and_leaves_no_thread_behind() throws InterruptedException {
        for (int threads : new int[] {1, 3}) {
            var started = new CountDownLatch(1);
            var ended = new AtomicReference<Throwable>();
            var left = new AtomicInteger(threads);
            var caller = Thread.ofPlatform().start(() -> {
                try {
                    var effort = Effort.threads(threads);
                    effort.run(threads, piece -> {
                        started.countDown();
                        try {
                            while (true) effort.check();
                        } finally {
                            left.decrementAndGet();
                        }
                    });
                } catch (CancellationException e) {
                    ended.set(e);
                    assertThat(Thread.currentThread().isInterrupted()).isTrue();
                }
            });
            started.await();
            caller.interrupt();
            caller.join();
            assertThat(ended.get()).isInstanceOf(CancellationException.class);
            assertThat(left.get()).isBetween(0, threads - 1);
        }
    }
}
