package org.wirknetz.networkcheck;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.wirknetz.analysis.Effort;
import org.wirknetz.demo.DemoNetworks;
import org.wirknetz.networkcheck.course.Courses;

/// `./wirknetz bench check`: the whole check of the demo (42 organisations, 3 years by quarter), and of 2,000
/// organisations through 12 quarters. Not part of the tests: it is run by its name.
/// Aims: 300 ms, and 5 s in the background.
class CheckBench {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final int ROUNDS = 11;

    @Test
    void whole_checks() {
        System.out.printf(
                "load %.1f, %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        var demo = DemoChronicle.of(DemoNetworks.drawn().network("lindenfurt"));
        System.out.printf("the demo, first call: %.0f ms%n", milliseconds(() -> check(demo, Effort.threads(1))));
        measure("the demo, findings and 12 quarters, with and without the office", ROUNDS, () -> {
            check(demo, Effort.threads(1));
            return check(demo, Effort.threads(1), false);
        });
        measure("the demo, findings and 12 quarters", ROUNDS, () -> check(demo, Effort.threads(1)));
        var large = drawn(2_000, 10_000);
        measure(
                "2,000 organisations, 10,000 ties, 12 quarters",
                5,
                () -> Courses.of(large, TODAY, true, Effort.full()));
        measure("2,000 organisations, findings of the day", 5, () -> Findings.of(large.asOf(TODAY)));
    }

    private static Object check(Chronicle chronicle, Effort effort) {
        return check(chronicle, effort, true);
    }

    private static Object check(Chronicle chronicle, Effort effort, boolean coordinator) {
        var snapshot = chronicle.asOf(TODAY);
        return List.of(
                Findings.of(coordinator ? snapshot : snapshot.withoutCoordinator()),
                Courses.of(chronicle, TODAY, coordinator, effort));
    }

    private static double milliseconds(Supplier<Object> work) {
        long begun = System.nanoTime();
        work.get();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static void measure(String what, int rounds, Supplier<Object> work) {
        for (int warm = 0; warm < rounds; warm++) work.get();
        var times = new double[rounds];
        for (int round = 0; round < rounds; round++) times[round] = milliseconds(work);
        Arrays.sort(times);
        System.out.printf("%s: median %.0f ms, slowest %.0f ms%n", what, times[rounds / 2], times[rounds - 1]);
    }

    /// Ties begin through three years and some end, as in a network that lives.
    private static Chronicle drawn(int size, int ties) {
        var random = new SplittableRandom(42);
        var members = new ArrayList<Member>();
        for (int at = 0; at < size; at++) {
            var name = "Partner " + at;
            members.add(new Member(
                    new UUID(1, at),
                    name,
                    name,
                    name,
                    "",
                    List.of(),
                    "",
                    at == 0,
                    List.of(new Member.Stay(null, null))));
        }
        var drawn = new ArrayList<TieRecord>();
        for (int at = 0; at < ties; at++) {
            int one = random.nextInt(size);
            // Four in five stay near, so that there are groups.
            int other = random.nextInt(5) == 0 ? random.nextInt(size) : (one + 1 + random.nextInt(20)) % size;
            if (one == other) continue;
            var start = TODAY.minusDays(random.nextInt(3 * 365));
            drawn.add(new TieRecord(
                    new UUID(2, at),
                    members.get(one).id(),
                    members.get(other).id(),
                    "INFO",
                    2,
                    true,
                    null,
                    "DECLARED",
                    start,
                    random.nextInt(4) == 0 ? start.plusDays(1 + random.nextInt(400)) : null,
                    true));
        }
        return new Chronicle(1, members, drawn, List.of(), List.of());
    }
}
