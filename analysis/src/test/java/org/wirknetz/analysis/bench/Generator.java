package org.wirknetz.analysis.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.wirknetz.analysis.Graph;

/// Seeded networks shaped like those between organisations: planted groups of very different sizes, a few much
/// sought after, closed triangles, a fifth of the ties across groups, two in five returned, one in two hundred
/// without any tie.
public final class Generator {
    private static final double MEAN_DEGREE = 10;
    private static final double ACROSS = 0.20;
    private static final double CLOSED = 0.40;
    private static final double RETURNED = 0.40;
    private static final double ATTRACTION_EXPONENT = 2.3;

    private final int size;
    private final SplittableRandom random;
    private final List<int[]> groups = new ArrayList<>();
    private final int[] groupOf;
    private final double[] attraction;
    private final boolean[] isolated;
    private final int[] degree;
    private final int[][] partners;
    /// A hash table of pairs with open addresses; −1 is empty.
    private final long[] pairs;
    private int pairCount;

    private Generator(int size, long seed) {
        this.size = size;
        random = new SplittableRandom(seed);
        groupOf = new int[size];
        attraction = new double[size + 1];
        isolated = new boolean[size];
        degree = new int[size];
        partners = new int[size][4];
        pairs = new long[Integer.highestOneBit((int) Math.max(16, size * MEAN_DEGREE)) * 2];
        Arrays.fill(pairs, -1);
    }

    /// Directed ties as two arrays, from and to, in shuffled order of names.
    public static int[][] arcs(int size, long seed) {
        var generator = new Generator(size, seed);
        generator.group();
        generator.attract();
        generator.tie();
        return generator.named();
    }

    public static Graph graph(int size, long seed) {
        var arcs = arcs(size, seed);
        return Graph.ofArcs(size, arcs[0], arcs[1]);
    }

    private void group() {
        int smallest = size <= 100 ? 6 : 12, largest = Math.max(12, Math.min(size / 6, 2000));
        for (int from = 0; from < size; ) {
            int members = (int) Math.min(largest, smallest / Math.pow(1 - random.nextDouble(), 1 / 1.3));
            members = Math.min(members, size - from);
            if (size - from - members < smallest) members = size - from;
            Arrays.fill(groupOf, from, from + members, groups.size());
            groups.add(new int[] {from, from + members});
            from += members;
        }
    }

    private void attract() {
        double cap = Math.max(5, Math.pow(size, 0.45));
        for (int i = 0; i < size; i++) {
            isolated[i] = random.nextDouble() < 0.005;
            double weight = Math.min(cap, Math.pow(1 - random.nextDouble(), -1 / (ATTRACTION_EXPONENT - 1)));
            attraction[i + 1] = attraction[i] + (isolated[i] ? 0 : weight);
        }
    }

    private void tie() {
        long wanted = (long) (size * MEAN_DEGREE / 2), made = 0;
        for (int i = 0; i < size; i++) {
            if (isolated[i]) continue;
            var group = groups.get(groupOf[i]);
            for (int attempt = 0; attempt < 20; attempt++)
                if (join(i, pick(group[0], group[1]))) {
                    made++;
                    break;
                }
        }
        for (long tries = 0; made < wanted && tries < wanted * 60; tries++) {
            int one = pick(0, size);
            if (!isolated[one] && join(one, partnerFor(one))) made++;
        }
    }

    private int partnerFor(int one) {
        double choice = random.nextDouble();
        if (choice < CLOSED && degree[one] > 0) {
            int between = partners[one][random.nextInt(degree[one])];
            return partners[between][random.nextInt(degree[between])];
        }
        if (choice >= 1 - ACROSS) return pick(0, size);
        var group = groups.get(groupOf[one]);
        return pick(group[0], group[1]);
    }

    private int pick(int from, int to) {
        double at = attraction[from] + random.nextDouble() * (attraction[to] - attraction[from]);
        int found = Arrays.binarySearch(attraction, from, to + 1, at);
        return Math.clamp(found >= 0 ? found : -found - 2, from, to - 1);
    }

    private boolean join(int one, int other) {
        if (one == other || isolated[other] || !isNew((long) Math.min(one, other) << 32 | Math.max(one, other)))
            return false;
        append(one, other);
        append(other, one);
        return true;
    }

    private boolean isNew(long pair) {
        int mask = pairs.length - 1;
        int at = (int) (pair * 0x9E3779B97F4A7C15L >>> 32) & mask;
        while (pairs[at] != -1) {
            if (pairs[at] == pair) return false;
            at = (at + 1) & mask;
        }
        pairs[at] = pair;
        pairCount++;
        return true;
    }

    private void append(int to, int partner) {
        if (degree[to] == partners[to].length) partners[to] = Arrays.copyOf(partners[to], degree[to] * 2);
        partners[to][degree[to]++] = partner;
    }

    /// Shuffles the names, so that their order gives no locality away for free, and draws directions.
    private int[][] named() {
        var name = new int[size];
        for (int i = 0; i < size; i++) name[i] = i;
        for (int i = size - 1; i > 0; i--) {
            int other = random.nextInt(i + 1), kept = name[i];
            name[i] = name[other];
            name[other] = kept;
        }
        var from = new int[pairCount * 2];
        var to = new int[pairCount * 2];
        int count = 0;
        for (int i = 0; i < size; i++)
            for (int k = 0; k < degree[i]; k++) {
                int j = partners[i][k];
                if (i > j) continue;
                boolean turned = random.nextBoolean();
                from[count] = name[turned ? j : i];
                to[count++] = name[turned ? i : j];
                if (random.nextDouble() >= RETURNED) continue;
                from[count] = name[turned ? i : j];
                to[count++] = name[turned ? j : i];
            }
        return new int[][] {Arrays.copyOf(from, count), Arrays.copyOf(to, count)};
    }
}
