package org.wirknetz.analysis;

import java.util.Arrays;

/// Tarjan's strongly connected components with a stack of our own, so that long chains do not overflow the
/// thread's.
final class StrongComponents {
    private StrongComponents() {}

    static int[] labels(Csr csr) {
        int n = csr.size();
        var label = new int[n];
        var low = new int[n];
        var index = new int[n];
        var nextSlot = new int[n];
        var path = new int[n];
        var open = new int[n];
        Arrays.fill(label, -1);
        int counter = 0, opened = 0, components = 0;
        for (int root = 0; root < n; root++) {
            if (index[root] > 0) continue;
            int depth = 0;
            path[0] = root;
            index[root] = low[root] = ++counter;
            nextSlot[root] = csr.offsets[root];
            open[opened++] = root;
            while (depth >= 0) {
                int node = path[depth];
                if (nextSlot[node] < csr.offsets[node + 1]) {
                    int next = csr.targets[nextSlot[node]++];
                    if (index[next] == 0) {
                        index[next] = low[next] = ++counter;
                        nextSlot[next] = csr.offsets[next];
                        open[opened++] = next;
                        path[++depth] = next;
                    } else if (label[next] < 0) low[node] = Math.min(low[node], index[next]);
                } else {
                    if (low[node] == index[node]) {
                        int member;
                        do {
                            member = open[--opened];
                            label[member] = components;
                        } while (member != node);
                        components++;
                    }
                    if (--depth >= 0) low[path[depth]] = Math.min(low[path[depth]], low[node]);
                }
            }
        }
        return label;
    }
}
