package org.wirknetz.networkcheck.check;

import java.util.TreeMap;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;
import org.wirknetz.analysis.RandomBaseline;

/// The communities of a network: the best partition found, and where two communities could as well be one without any
/// loss
/// of modularity, they are one. Fewer groups are the simpler reading of the same number.
final class Circles {
    private static final long SEED = 20_240_101;
    private static final double NOTHING = 1e-12;
    // One in twenty at most is as clear by chance; more draws where they cost little.
    private static final int FEWEST_DRAWS = 19;
    private static final int MOST_DRAWS = 39;
    private static final long WORK = 500_000;

    private Circles() {}

    static Partition of(Graph graph, Effort effort) {
        var labels = Communities.of(graph, SEED, effort).partition().toArray();
        if (graph.ties() == 0) return Partition.of(graph, labels);
        while (joined(graph, labels)) {}
        return Partition.of(graph, labels);
    }

    /// Whether there are groups at all: chance alone gives a modularity of 0.2 to fifty members with ten partners
    /// each. In none of the random networks in which everyone has as many partners as here, by the same quick
    /// search, are groups as clear as in this one.
    static boolean clearerThanChance(Graph graph, Effort effort) {
        int draws = (int) Math.clamp(WORK / Math.max(1, graph.ties()), FEWEST_DRAWS, MOST_DRAWS);
        var compared = RandomBaseline.of(graph, draws, SEED)
                .compare(it -> Communities.quick(it, SEED).modularity(), effort);
        return compared.draws() > 0 && compared.below() == compared.draws();
    }

    // Joining c and d changes Q by m_cd/m - d_c d_d / (2 m^2).
    private static boolean joined(Graph graph, int[] labels) {
        var partition = Partition.of(graph, labels);
        int groups = partition.count();
        double[] degrees = new double[groups];
        // Only pairs of communities with a tie between them: a network of many strangers has millions of others.
        var between = new TreeMap<Long, Integer>();
        for (int node = 0; node < graph.size(); node++) {
            int own = partition.group(node);
            degrees[own] += graph.degree(node);
            for (int neighbour : graph.neighbours(node)) {
                int other = partition.group(neighbour);
                if (own < other) between.merge((long) own * groups + other, 1, Integer::sum);
            }
        }
        double ties = graph.ties();
        for (var pair : between.entrySet()) {
            int one = (int) (pair.getKey() / groups);
            int other = (int) (pair.getKey() % groups);
            double gain = pair.getValue() / ties - degrees[one] * degrees[other] / (2 * ties * ties);
            if (gain < -NOTHING) continue;
            for (int node = 0; node < labels.length; node++) {
                labels[node] = partition.group(node) == other ? one : partition.group(node);
            }
            return true;
        }
        return false;
    }
}
