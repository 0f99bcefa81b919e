package org.wirknetz.analysis;

/// Where a walk that follows ties at random, and starts anew with probability 1 − damping, is found in the long
/// run (Brin and Page 1998). Sums to 1; undefined without nodes, so there are no values then. A node without a
/// way on starts anew everywhere alike.
public final class PageRank {
    /// The customary chance to follow a tie.
    public static final double DAMPING = 0.85;

    private static final double PRECISION = 1e-13;
    private static final int MOST_ROUNDS = 1_000;

    private PageRank() {}

    /// On the undirected graph.
    public static NodeValues of(Graph graph) {
        var either = graph.undirected();
        return new NodeValues(either, ranks(either));
    }

    /// Along the direction of the ties.
    public static NodeValues alongArcs(Graph graph) {
        return new NodeValues(graph, ranks(graph));
    }

    private static double[] ranks(Graph graph) {
        int n = graph.size();
        var rank = new double[n];
        var passed = new double[n];
        java.util.Arrays.fill(rank, 1.0 / n);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double stranded = 0;
            for (int i = 0; i < n; i++) {
                int ways = graph.out.degree(i);
                if (ways == 0) stranded += rank[i];
                passed[i] = ways == 0 ? 0 : rank[i] / ways;
            }
            double base = (1 - DAMPING + DAMPING * stranded) / n;
            double change = 0;
            for (int i = 0; i < n; i++) {
                double sum = 0;
                for (int slot = graph.in.offsets[i]; slot < graph.in.offsets[i + 1]; slot++)
                    sum += passed[graph.in.targets[slot]];
                double fresh = base + DAMPING * sum;
                change += Math.abs(fresh - rank[i]);
                rank[i] = fresh;
            }
            if (change < PRECISION) break;
        }
        return rank;
    }
}
