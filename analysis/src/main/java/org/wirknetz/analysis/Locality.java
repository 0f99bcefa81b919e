package org.wirknetz.analysis;

import java.util.Arrays;

/// A graph renumbered so that neighbours stand near each other in memory, and sources taken in order have
/// similar distances: in the order of a breadth-first search from the node of highest degree of each component.
///
/// @param names the old number of each new one
record Locality(Csr csr, int[] names) {
    static Locality order(Csr csr) {
        int n = csr.size();
        var names = new int[n];
        var number = new int[n];
        Arrays.fill(number, -1);
        int tail = 0;
        for (int root : byDegree(csr)) {
            if (number[root] >= 0) continue;
            int head = tail;
            number[root] = tail;
            names[tail++] = root;
            while (head < tail) {
                int node = names[head++];
                for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                    int next = csr.targets[slot];
                    if (number[next] >= 0) continue;
                    number[next] = tail;
                    names[tail++] = next;
                }
            }
        }
        return new Locality(csr.renumbered(names, number), names);
    }

    /// The most steps that any node is away from the first of its component.
    static int depth(Csr csr) {
        int n = csr.size(), deepest = 0;
        var steps = new int[n];
        var queue = new int[n];
        Arrays.fill(steps, -1);
        for (int root : byDegree(csr)) {
            if (steps[root] >= 0) continue;
            steps[root] = 0;
            queue[0] = root;
            for (int head = 0, tail = 1; head < tail; head++) {
                int node = queue[head];
                deepest = Math.max(deepest, steps[node]);
                for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                    int next = csr.targets[slot];
                    if (steps[next] >= 0) continue;
                    steps[next] = steps[node] + 1;
                    queue[tail++] = next;
                }
            }
        }
        return deepest;
    }

    /// The same order, except that some nodes come first, as they are given.
    static Locality startingWith(Csr csr, int... first) {
        var order = order(csr);
        var names = new int[csr.size()];
        var number = new int[csr.size()];
        Arrays.fill(number, -1);
        int end = 0;
        for (int node : first) number[names[end] = node] = end++;
        for (int node : order.names()) if (number[node] < 0) number[names[end] = node] = end++;
        return new Locality(csr.renumbered(names, number), names);
    }

    private static int[] byDegree(Csr csr) {
        int n = csr.size(), most = 0;
        for (int i = 0; i < n; i++) most = Math.max(most, csr.degree(i));
        var start = new int[most + 2];
        for (int i = 0; i < n; i++) start[most - csr.degree(i) + 1]++;
        for (int d = 0; d <= most; d++) start[d + 1] += start[d];
        var order = new int[n];
        for (int i = 0; i < n; i++) order[start[most - csr.degree(i)]++] = i;
        return order;
    }
}
