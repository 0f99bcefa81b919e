package org.wirknetz.networkcheck.check;

import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;

/// The communities of a network: the best partition found, and where two communities could as well be one without any
/// loss
/// of modularity, they are one. Fewer groups are the simpler reading of the same number.
final class Circles {
    private static final long SEED = 20_240_101;
    private static final double NOTHING = 1e-12;

    private Circles() {}

    static Partition of(Graph graph, Effort effort) {
        var labels = Communities.of(graph, SEED, effort).partition().toArray();
        if (graph.ties() == 0) return Partition.of(graph, labels);
        while (joined(graph, labels)) {}
        return Partition.of(graph, labels);
    }

    // Joining c and d changes Q by m_cd/m - d_c d_d / (2 m^2).
    private static boolean joined(Graph graph, int[] labels) {
        var partition = Partition.of(graph, labels);
        int groups = partition.count();
        double[] degrees = new double[groups];
        double[][] between = new double[groups][groups];
        for (int node = 0; node < graph.size(); node++) {
            int own = partition.group(node);
            degrees[own] += graph.degree(node);
            for (int other : graph.neighbours(node)) between[own][partition.group(other)] += 1;
        }
        double ties = graph.ties();
        for (int one = 0; one < groups; one++) {
            for (int other = one + 1; other < groups; other++) {
                if (between[one][other] == 0) continue;
                double gain = between[one][other] / ties - degrees[one] * degrees[other] / (2 * ties * ties);
                if (gain < -NOTHING) continue;
                for (int node = 0; node < labels.length; node++) {
                    labels[node] = partition.group(node) == other ? one : partition.group(node);
                }
                return true;
            }
        }
        return false;
    }
}
