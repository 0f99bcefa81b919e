package org.wirknetz.analysis;

import java.util.Arrays;

/// Brandes' accumulation of pair dependencies over one breadth-first search a node (J. Math. Sociol. 25, 2001).
final class Brandes {
    private final Csr csr;
    private final int[] distance;
    private final double[] paths;
    private final double[] dependency;
    private final int[] order;
    private final double[] sum;
    private int reached;

    private Brandes(Csr csr) {
        this.csr = csr;
        int n = csr.size();
        distance = new int[n];
        paths = new double[n];
        dependency = new double[n];
        order = new int[n];
        sum = new double[n];
    }

    /// The dependency of all ordered pairs on each node.
    static double[] dependencies(Csr csr) {
        var brandes = new Brandes(csr);
        for (int source = 0; source < csr.size(); source++) brandes.add(source);
        return brandes.sum;
    }

    /// For every slot the dependency of all ordered pairs on the step along it.
    static double[] tieDependencies(Csr csr) {
        var brandes = new Brandes(csr);
        var steps = new double[csr.arcs()];
        for (int source = 0; source < csr.size(); source++) {
            brandes.add(source);
            for (int i = 0, reached = brandes.reached; i < reached; i++) brandes.addSteps(brandes.order[i], steps);
        }
        return steps;
    }

    private void addSteps(int node, double[] steps) {
        for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
            int next = csr.targets[slot];
            if (distance[next] == distance[node] + 1) steps[slot] += paths[node] / paths[next] * (1 + dependency[next]);
        }
    }

    private void add(int source) {
        reached = search(source);
        for (int i = reached - 1; i > 0; i--) {
            int node = order[i];
            double own = 0;
            for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                int next = csr.targets[slot];
                if (distance[next] == distance[node] + 1) own += (1 + dependency[next]) / paths[next];
            }
            dependency[node] = own * paths[node];
            sum[node] += dependency[node];
        }
    }

    private int search(int source) {
        Arrays.fill(distance, -1);
        distance[source] = 0;
        paths[source] = 1;
        order[0] = source;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int node = order[head];
            for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                int next = csr.targets[slot];
                if (distance[next] < 0) {
                    distance[next] = distance[node] + 1;
                    paths[next] = 0;
                    order[tail++] = next;
                }
                if (distance[next] == distance[node] + 1) paths[next] += paths[node];
            }
        }
        return tail;
    }
}
