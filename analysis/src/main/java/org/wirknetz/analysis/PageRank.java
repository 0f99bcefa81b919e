package org.wirknetz.analysis;

import java.util.Arrays;

/// Where a walk that follows ties at random, and starts anew with probability 1 − damping, is found in the long
/// run (Brin and Page 1998). Sums to 1; undefined without nodes, so there are no values then. A node without a
/// way on starts anew everywhere alike.
///
/// Cost O(m) a round, fewer than 100 rounds on one thread.
public final class PageRank {
    /// The customary chance to follow a tie.
    public static final double DAMPING = 0.85;

    private static final double PRECISION = 1e-12;
    private static final int MOST_ROUNDS = 1_000;

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

    /// Gauss–Seidel: each node takes what its sources have just now, which halves the rounds. What strands where
    /// there is no way on would be spread alike over all, and so only scales the solution of r = 1 + d·Aᵀr (A:
    /// the chance to go from one to another). The scale follows from the share that strands; setting it each
    /// round spares waiting for it.
    private static double[] ranks(Graph graph, Effort effort) {
        int n = graph.size();
        var shares = shares(graph.out);
        var rank = new double[n];
        var passed = new double[n];
        Arrays.fill(rank, 1);
        System.arraycopy(shares, 0, passed, 0, n);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            effort.step(round, MOST_ROUNDS);
            double change = sweep(graph.in, shares, rank, passed);
            double sum = scale(shares, rank, passed);
            if (change < PRECISION * sum) break;
        }
        effort.step(1, 1);
        double sum = sum(rank);
        for (int i = 0; i < n; i++) rank[i] /= sum;
        return rank;
    }

    /// Of what a node has, what each gets to which it has a tie.
    private static double[] shares(Csr out) {
        var shares = new double[out.size()];
        for (int i = 0; i < shares.length; i++) shares[i] = out.degree(i) == 0 ? 0 : DAMPING / out.degree(i);
        return shares;
    }

    private static double sweep(Csr in, double[] shares, double[] rank, double[] passed) {
        double change = 0;
        for (int i = 0; i < rank.length; i++) {
            double fresh = 1;
            for (int slot = in.offsets[i]; slot < in.offsets[i + 1]; slot++) fresh += passed[in.targets[slot]];
            change += Math.abs(fresh - rank[i]);
            rank[i] = fresh;
            passed[i] = fresh * shares[i];
        }
        return change;
    }

    /// All of it is n + d·(all − stranded).
    private static double scale(double[] shares, double[] rank, double[] passed) {
        double all = sum(rank), stranded = 0;
        for (int i = 0; i < rank.length; i++) if (shares[i] == 0) stranded += rank[i];
        double wanted = rank.length / (1 - DAMPING * (1 - stranded / all));
        for (int i = 0; i < rank.length; i++) {
            rank[i] *= wanted / all;
            passed[i] *= wanted / all;
        }
        return wanted;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }
}
