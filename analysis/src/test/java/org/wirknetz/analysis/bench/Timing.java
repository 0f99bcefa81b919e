package org.wirknetz.analysis.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/// How long something took: the median of wall time and the mean of CPU time (all threads added up, for the
/// clock of the system ticks coarsely) over warm runs.
record Timing(double wallMillis, double cpuMillis, int runs) {
    private static final double WARM_UP_CPU_MILLIS = 800;
    private static final double MEASURED_CPU_MILLIS = 600;
    private static final double LONG_MILLIS = 4_000;
    private static final int MOST_RUNS = 2_000;
    private static final int LEAST_RUNS = 5;

    /// What takes long is not repeated.
    static Timing of(Runnable work) {
        var first = once(work);
        if (first.cpuMillis() > LONG_MILLIS) return first;
        repeat(work, WARM_UP_CPU_MILLIS, 1);
        return repeat(work, MEASURED_CPU_MILLIS, LEAST_RUNS);
    }

    /// A single cold run.
    static Timing once(Runnable work) {
        return repeat(work, 0, 1);
    }

    private static Timing repeat(Runnable work, double cpuBudget, int least) {
        var wall = new double[MOST_RUNS];
        int runs = 0;
        long cpuStart = cpuNanos();
        while (runs < MOST_RUNS && (runs < least || cpuNanos() - cpuStart < cpuBudget * 1e6)) {
            long start = System.nanoTime();
            work.run();
            wall[runs++] = (System.nanoTime() - start) / 1e6;
        }
        double cpu = (cpuNanos() - cpuStart) / 1e6;
        var sorted = Arrays.copyOf(wall, runs);
        Arrays.sort(sorted);
        return new Timing(sorted[runs / 2], cpu / runs, runs);
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
