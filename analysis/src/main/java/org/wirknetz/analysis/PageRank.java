package org.wirknetz.analysis;

import java.util.Arrays;

/// Where a walk that follows ties at random, and starts anew with probability 1 − damping, is found in the long
/// run (Brin and Page 1998). Sums to 1; undefined without nodes, so there are no values then. A node without a
/// way on starts anew everywhere alike.
///
/// Cost O(m) a round, fewer than 200 rounds.
public final class PageRank {
    /// The customary chance to follow a tie.
    public static final double DAMPING = 0.85;

    private static final double PRECISION = 1e-13;
    private static final int MOST_ROUNDS = 1_000;
    private static final int MANY = 20_000;
    private static final int PORTIONS = 16;

    private PageRank() {}

    /// On the undirected graph.
    public static NodeValues of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static NodeValues of(Graph graph, Effort effort) {
        var either = graph.undirected();
        return new NodeValues(either, ranks(either, effort));
    }

    /// Along the direction of the ties.
    public static NodeValues alongArcs(Graph graph) {
        return alongArcs(graph, Effort.threads(1));
    }

    public static NodeValues alongArcs(Graph graph, Effort effort) {
        return new NodeValues(graph, ranks(graph, effort));
    }

    /// Every thread sums up nodes of its own, and the changes of portions are added in order, so that threads
    /// change nothing.
    private static double[] ranks(Graph graph, Effort effort) {
        int n = graph.size(), portions = n < MANY ? 1 : PORTIONS;
        var rank = new double[n];
        var passed = new double[n];
        var changes = new double[portions];
        var quiet = effort.silently();
        Arrays.fill(rank, 1.0 / n);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            effort.step(round, MOST_ROUNDS);
            double base = (1 - DAMPING + DAMPING * pass(graph.out, rank, passed)) / n;
            quiet.forEach(
                    portions, portion -> changes[portion] = gather(graph.in, base, rank, passed, portion, portions));
            double change = 0;
            for (double part : changes) change += part;
            if (change < PRECISION) break;
        }
        effort.step(1, 1);
        return rank;
    }

    /// What each node gives to each it has a tie to; the sum of what strands where there is no way on.
    private static double pass(Csr out, double[] rank, double[] passed) {
        double stranded = 0;
        for (int i = 0; i < rank.length; i++) {
            int ways = out.degree(i);
            if (ways == 0) stranded += rank[i];
            passed[i] = ways == 0 ? 0 : rank[i] / ways;
        }
        return stranded;
    }

    private static double gather(Csr in, double base, double[] rank, double[] passed, int portion, int portions) {
        double change = 0;
        int to = (int) ((long) rank.length * (portion + 1) / portions);
        for (int i = (int) ((long) rank.length * portion / portions); i < to; i++) {
            double sum = 0;
            for (int slot = in.offsets[i]; slot < in.offsets[i + 1]; slot++) sum += passed[in.targets[slot]];
            double fresh = base + DAMPING * sum;
            change += Math.abs(fresh - rank[i]);
            rank[i] = fresh;
        }
        return change;
    }
}
