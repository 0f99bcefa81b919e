package org.wirknetz.analysis;

/// Improves a partition's modularity by moving nodes one by one, also to the worse in between, and keeping the
/// best state on the way (after Kernighan and Lin 1970): for small networks, where a local optimum costs much
/// of the modularity.
final class Polish {
    private static final double LEAST_GAIN = 1e-12;

    private final Csr csr;
    private final int[] group;
    private final double[] degrees;
    private final int[] ties;
    private final boolean[] moved;
    /// Beyond every group in use.
    private int top;

    private int bestNode;
    private int bestGroup;

    private Polish(Csr csr, int[] labels) {
        this.csr = csr;
        int n = csr.size();
        group = labels.clone();
        // One empty group is always left, for nodes that want one of their own.
        degrees = new double[n + 1];
        ties = new int[n + 1];
        moved = new boolean[n];
        for (int i = 0; i < n; i++) {
            degrees[group[i]] += csr.degree(i);
            top = Math.max(top, group[i] + 1);
        }
    }

    /// Labels from 0 up to below the number of nodes go in; labels of the same kind, not worse, come out.
    static int[] polished(Csr csr, int[] labels) {
        var polish = new Polish(csr, labels);
        while (polish.pass()) {}
        return polish.group;
    }

    /// Whether the pass improved anything. Everybody moves once, always the one that gains most or loses least.
    private boolean pass() {
        int n = csr.size();
        var nodes = new int[n];
        var origins = new int[n];
        java.util.Arrays.fill(moved, false);
        double gain = 0, highest = LEAST_GAIN;
        int keep = 0;
        int steps = 0;
        for (; steps < n; steps++) {
            double next = best();
            if (bestNode < 0) break;
            nodes[steps] = bestNode;
            origins[steps] = group[bestNode];
            move(bestNode, bestGroup);
            moved[bestNode] = true;
            gain += next;
            if (gain > highest) {
                highest = gain;
                keep = steps + 1;
            }
        }
        for (int k = steps - 1; k >= keep; k--) move(nodes[k], origins[k]);
        return keep > 0;
    }

    private double best() {
        double ends = csr.arcs(), best = Double.NEGATIVE_INFINITY;
        bestNode = -1;
        for (int i = 0; i < moved.length; i++) {
            if (moved[i] || csr.degree(i) == 0) continue;
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) ties[group[csr.targets[slot]]]++;
            double own = csr.degree(i);
            double stay = ties[group[i]] - own * (degrees[group[i]] - own) / ends;
            boolean triedEmpty = false;
            for (int g = 0; g <= Math.min(top, degrees.length - 1); g++) {
                if (g == group[i] || (degrees[g] == 0 && triedEmpty)) continue;
                triedEmpty |= degrees[g] == 0;
                double gain = ties[g] - own * degrees[g] / ends - stay;
                if (gain > best + LEAST_GAIN) {
                    best = gain;
                    bestNode = i;
                    bestGroup = g;
                }
            }
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) ties[group[csr.targets[slot]]] = 0;
        }
        return best;
    }

    private void move(int node, int to) {
        degrees[group[node]] -= csr.degree(node);
        degrees[to] += csr.degree(node);
        group[node] = to;
        top = Math.max(top, to + 1);
    }
}
