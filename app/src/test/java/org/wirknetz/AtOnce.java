package org.wirknetz;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same thing asked twice at the same moment, as by pressing twice or by two colleagues.
public final class AtOnce {

    private AtOnce() {}

    public static <R> List<R> twice(Callable<R> work) throws Exception {
        var ready = new CyclicBarrier(2);
        var both = new ArrayList<Future<R>>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (int n = 0; n < 2; n++)
                both.add(threads.submit(() -> {
                    ready.await();
                    return work.call();
                }));
        }
        return List.of(both.getFirst().get(), both.getLast().get());
    }
}
