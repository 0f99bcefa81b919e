package org.wirknetz.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Calls all [Recurring] work in its time, each in a thread of its own, in the program that serves (never in
/// the verbs of the console). No fault ends the rounds: it goes to the log without its words, and `doctor`
/// tells of work that keeps failing (see [RecurringTrouble]). At the end what rests stops at once; what works
/// may finish for a few seconds.
@Component
class Clockwork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final List<Recurring> works;
    private final RecurringTrouble trouble;
    private final boolean serves;
    private final List<Thread> threads = new ArrayList<>();
    private volatile CountDownLatch end = new CountDownLatch(0);

    @Autowired
    Clockwork(List<Recurring> works, RecurringTrouble trouble, @Value("${server.port:8080}") int port) {
        this(works, trouble, port >= 0);
    }

    Clockwork(List<Recurring> works, RecurringTrouble trouble, boolean serves) {
        this.works = works;
        this.trouble = trouble;
        this.serves = serves;
    }

    @Override
    public synchronized void start() {
        if (!serves || isRunning()) return;
        var untilThen = new CountDownLatch(1);
        end = untilThen;
        for (var work : works) {
            threads.add(Thread.ofVirtual().name(work.name()).start(() -> rounds(work, untilThen)));
        }
    }

    private void rounds(Recurring work, CountDownLatch end) {
        int failures = 0;
        try {
            for (var rest = work.first(); !end.await(rest.toMillis(), TimeUnit.MILLISECONDS); rest = work.every()) {
                failures = round(work, failures);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /// @param before how many rounds have failed in a row
    /// @return how many have now
    private int round(Recurring work, int before) throws InterruptedException {
        try {
            work.round();
            if (before != 0) LOG.info("event=recurring.works-again work={} failures={}", work.name(), before);
            trouble.over(work.name());
            return 0;
        } catch (InterruptedException stopping) {
            throw stopping;
        } catch (Throwable fault) {
            if (end.getCount() == 0) return before;
            LOG.warn(
                    "event=recurring.failed work={} failures={} fault=\"{}\"",
                    work.name(),
                    before + 1,
                    Trouble.told(fault));
            trouble.with(work.name(), Trouble.told(fault));
            return before + 1;
        }
    }

    @Override
    public synchronized void stop() {
        end.countDown();
        var latest = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (var thread : threads) {
                if (!thread.join(Duration.ofNanos(Math.max(1, latest - System.nanoTime())))) thread.interrupt();
            }
        } catch (InterruptedException stopping) {
            threads.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return end.getCount() > 0;
    }
}
