package org.wirknetz.analysis;

import java.util.Random;

/// Seeded random networks for tests.
public final class Generated {
    private Generated() {}

    /// Each ordered pair is tied with the given chance.
    public static Graph directed(int size, double chance, long seed) {
        var random = new Random(seed);
        var builder = Graph.builder();
        for (int i = 0; i < size; i++) builder.node("o" + i);
        for (int i = 0; i < size; i++)
            for (int j = 0; j < size; j++)
                if (i != j && random.nextDouble() < chance) builder.tie("o" + i, "o" + j, 1 + random.nextInt(5));
        return builder.build();
    }

    /// Groups of ten with many ties inside and few across, each organisation with about `degree` partners.
    public static Graph grouped(int size, int degree, long seed) {
        var random = new Random(seed);
        var builder = Graph.builder();
        for (int i = 0; i < size; i++) builder.node("o" + i);
        for (long tie = 0; tie < (long) size * degree / 2; tie++) {
            int one = random.nextInt(size);
            int other = random.nextDouble() < 0.8
                    ? Math.min(size - 1, one / 10 * 10 + random.nextInt(10))
                    : random.nextInt(size);
            if (one != other) builder.tie("o" + one, "o" + other);
        }
        return builder.build();
    }
}
