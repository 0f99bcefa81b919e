package org.wirknetz.analysis;

import java.util.Arrays;

/// The measures once more, straight from their definitions on an adjacency matrix, with nothing shared with the
/// kernels.
final class BruteForce {
    static final int NO_WAY = 1_000;
    private final int n;
    private final double[][] a;
    private final int[][] steps;
    private final double[][] ways;

    /// `a[i][j]` is the strength of i → j.
    BruteForce(Graph graph) {
        n = graph.size();
        a = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) a[i][j] = graph.strength(i, j);
        steps = new int[n][n];
        ways = new double[n][n];
        for (var row : steps) Arrays.fill(row, NO_WAY);
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) if (a[i][j] > 0) steps[i][j] = 1;
        for (int i = 0; i < n; i++) steps[i][i] = 0;
        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++) steps[i][j] = Math.min(steps[i][j], steps[i][k] + steps[k][j]);
        // Ways of length d are products of d matrices; the shortest are those of length steps.
        for (int i = 0; i < n; i++) {
            var walk = new double[n];
            walk[i] = 1;
            for (int d = 0; d < n; d++) {
                for (int j = 0; j < n; j++) if (steps[i][j] == d) ways[i][j] = walk[j];
                var further = new double[n];
                for (int j = 0; j < n; j++) for (int k = 0; k < n; k++) if (a[j][k] > 0) further[k] += walk[j];
                walk = further;
            }
        }
    }

    int steps(int i, int j) {
        return steps[i][j];
    }

    /// Over ordered pairs.
    double betweenness(int v) {
        double sum = 0;
        for (int s = 0; s < n; s++)
            for (int t = 0; t < n; t++)
                if (s != t && s != v && t != v && steps[s][t] < NO_WAY && steps[s][v] + steps[v][t] == steps[s][t])
                    sum += ways[s][v] * ways[v][t] / ways[s][t];
        return sum;
    }

    double harmonic(int v) {
        double sum = 0;
        for (int t = 0; t < n; t++) if (t != v && steps[v][t] < NO_WAY) sum += 1.0 / steps[v][t];
        return sum / (n - 1);
    }

    double closeness(int v) {
        double sum = 0, reached = 0;
        for (int t = 0; t < n; t++)
            if (t != v && steps[v][t] < NO_WAY) {
                sum += steps[v][t];
                reached++;
            }
        return reached == 0 ? 0 : reached / sum;
    }

    /// By strengths a_ij + a_ji, or every tie alike.
    double constraint(int i, boolean byStrength) {
        double sum = 0;
        for (int j = 0; j < n; j++) {
            if (j == i || joint(i, j, byStrength) == 0) continue;
            double proportion = proportion(i, j, byStrength);
            for (int q = 0; q < n; q++)
                if (q != i && q != j) proportion += proportion(i, q, byStrength) * proportion(q, j, byStrength);
            sum += proportion * proportion;
        }
        return sum;
    }

    private double proportion(int i, int j, boolean byStrength) {
        double all = 0;
        for (int k = 0; k < n; k++) all += joint(i, k, byStrength);
        return all == 0 ? 0 : joint(i, j, byStrength) / all;
    }

    private double joint(int i, int j, boolean byStrength) {
        double joint = a[i][j] + a[j][i];
        return byStrength ? joint : joint > 0 ? 1 : 0;
    }

    int triangles(int v) {
        int count = 0;
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
                if (joint(v, i, false) > 0 && joint(v, j, false) > 0 && joint(i, j, false) > 0) count++;
        return count;
    }

    /// Each triple by comparing it, in all six orders, with one drawn example of each type.
    long[] triads() {
        // Ties of the examples as pairs of corners 0, 1, 2, in the standard order of names.
        int[][][] examples = {
            {},
            {{0, 1}},
            {{0, 1}, {1, 0}},
            {{0, 1}, {0, 2}},
            {{1, 0}, {2, 0}},
            {{0, 1}, {1, 2}},
            {{0, 1}, {1, 0}, {2, 1}},
            {{0, 1}, {1, 0}, {1, 2}},
            {{0, 1}, {2, 1}, {0, 2}},
            {{1, 0}, {2, 1}, {0, 2}},
            {{0, 1}, {1, 0}, {1, 2}, {2, 1}},
            {{1, 0}, {1, 2}, {0, 2}, {2, 0}},
            {{0, 1}, {2, 1}, {0, 2}, {2, 0}},
            {{0, 1}, {1, 2}, {0, 2}, {2, 0}},
            {{0, 1}, {1, 2}, {2, 1}, {0, 2}, {2, 0}},
            {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {0, 2}, {2, 0}}
        };
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        var counts = new long[16];
        for (int i = 0; i < n; i++)
            for (int j = i + 1; j < n; j++)
                for (int k = j + 1; k < n; k++) {
                    int[] corners = {i, j, k};
                    counts[type(corners, examples, orders)]++;
                }
        return counts;
    }

    private int type(int[] corners, int[][][] examples, int[][] orders) {
        for (int type = 0; type < 16; type++)
            for (var order : orders) {
                var drawn = new boolean[3][3];
                for (var tie : examples[type]) drawn[order[tie[0]]][order[tie[1]]] = true;
                boolean same = true;
                for (int p = 0; p < 3; p++)
                    for (int q = 0; q < 3; q++) if (p != q) same &= drawn[p][q] == a[corners[p]][corners[q]] > 0;
                if (same) return type;
            }
        throw new AssertionError("a triad of no type");
    }

    /// The largest core: peel again and again, for each k anew.
    int core(int v) {
        for (int k = n; k > 0; k--) {
            var in = new boolean[n];
            Arrays.fill(in, true);
            for (boolean changed = true; changed; ) {
                changed = false;
                for (int i = 0; i < n; i++) {
                    if (!in[i]) continue;
                    int degree = 0;
                    for (int j = 0; j < n; j++) if (in[j] && joint(i, j, false) > 0) degree++;
                    if (degree < k) {
                        in[i] = false;
                        changed = true;
                    }
                }
            }
            if (in[v]) return k;
        }
        return 0;
    }

    /// Components without one node, less those with it.
    boolean isCutPoint(int v) {
        return components(v) > components(-1) - (degree(v) == 0 ? 1 : 0);
    }

    private int degree(int v) {
        int degree = 0;
        for (int j = 0; j < n; j++) if (joint(v, j, false) > 0) degree++;
        return degree;
    }

    int components(int without) {
        var seen = new boolean[n];
        int count = 0;
        for (int i = 0; i < n; i++)
            if (i != without && !seen[i]) {
                count++;
                visit(i, without, seen);
            }
        return count;
    }

    private void visit(int i, int without, boolean[] seen) {
        seen[i] = true;
        for (int j = 0; j < n; j++) if (j != without && !seen[j] && joint(i, j, false) > 0) visit(j, without, seen);
    }

    /// Over all partitions; at most nine nodes.
    double bestModularity() {
        return bestModularity(new int[n], 0, 0);
    }

    private double bestModularity(int[] group, int node, int groups) {
        if (node == n) return modularity(group);
        double best = Double.NEGATIVE_INFINITY;
        for (int g = 0; g <= groups; g++) {
            group[node] = g;
            best = Math.max(best, bestModularity(group, node + 1, Math.max(groups, g + 1)));
        }
        return best;
    }

    private double modularity(int[] group) {
        double ties = 0, inside = 0;
        for (int i = 0; i < n; i++) for (int j = 0; j < n; j++) ties += joint(i, j, false);
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++)
                if (group[i] == group[j]) inside += joint(i, j, false) - degree(i) * degree(j) / ties;
        return inside / ties;
    }
}
