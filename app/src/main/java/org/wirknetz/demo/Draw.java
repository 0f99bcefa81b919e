package org.wirknetz.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// All chance of the demo. Only `nextLong` is asked of the stream and only `StrictMath` computes with it,
/// so that the draws do not depend on the version of the JDK or on the processor.
final class Draw {
    private final SplittableRandom stream;
    private final List<Row> weights = DataFile.rows("weights.csv");

    Draw(long seed) {
        stream = new SplittableRandom(seed);
    }

    long bits() {
        return stream.nextLong();
    }

    double unit() {
        return (bits() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    int below(int bound) {
        return (int) (unit() * bound);
    }

    int between(int least, int most) {
        return least + below(most - least + 1);
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(below((int) Math.max(1, ChronoUnit.DAYS.between(from, to))));
    }

    /// One value of the named draw in `weights.csv`.
    String weighted(String draw) {
        var choices =
                weights.stream().filter(row -> row.text("draw").equals(draw)).toList();
        return pick(
                        choices,
                        choices.stream()
                                .mapToDouble(row -> row.number("weight"))
                                .toArray())
                .text("value");
    }

    <T> T pick(List<T> choices, double[] weight) {
        double sum = 0;
        for (double one : weight) sum += one;
        double left = unit() * sum;
        for (int i = 0; i < weight.length; i++) {
            left -= weight[i];
            if (left < 0) return choices.get(i);
        }
        return choices.getLast();
    }

    /// Knuth, The Art of Computer Programming, volume 2, 3.4.1, algorithm for small means.
    int poisson(double mean) {
        double floor = StrictMath.exp(-mean);
        int count = 0;
        for (double product = unit(); product > floor; product *= unit()) count++;
        return count;
    }

    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    /// Fisher and Yates.
    <T> List<T> shuffled(List<T> items) {
        var result = new ArrayList<>(items);
        for (int i = result.size() - 1; i > 0; i--) {
            int other = below(i + 1);
            var held = result.get(i);
            result.set(i, result.get(other));
            result.set(other, held);
        }
        return result;
    }
}
