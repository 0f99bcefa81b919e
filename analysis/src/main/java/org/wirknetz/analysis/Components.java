package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Into which parts the network falls apart: nodes are in one component if a way joins them. O(n + m).
///
/// Source: weak ones by search, strong ones by Tarjan (1972). Only the fragmentation can be undefined.
public final class Components {
    private final Partition partition;

    private Components(Partition partition) {
        this.partition = partition;
    }

    /// Ways in either direction (weak components of a directed graph).
    public static Components of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static Components of(Graph graph, Effort effort) {
        var either = graph.undirected();
        var label = new int[either.size()];
        Arrays.fill(label, -1);
        var stack = new int[label.length];
        int done = 0;
        for (int i = 0; i < label.length; i++) {
            if (label[i] >= 0) continue;
            label[i] = i;
            int top = 0;
            stack[top++] = i;
            while (top > 0) {
                effort.stepAt(done++, label.length);
                int node = stack[--top];
                for (int slot = either.out.offsets[node]; slot < either.out.offsets[node + 1]; slot++) {
                    int next = either.out.targets[slot];
                    if (label[next] >= 0) continue;
                    label[next] = i;
                    stack[top++] = next;
                }
            }
        }
        return new Components(Partition.of(either, label));
    }

    /// Each reaches each along the direction of the ties (Tarjan 1972, written without recursion).
    public static Components strong(Graph graph) {
        return new Components(Partition.of(graph, StrongComponents.labels(graph.out)));
    }

    public int count() {
        return partition.count();
    }

    /// Nodes without any tie.
    public int isolates() {
        return (int) Arrays.stream(partition.sizes()).filter(size -> size == 1).count();
    }

    /// The members of each component, the largest first.
    public List<List<String>> members() {
        return partition.groups();
    }

    public Partition partition() {
        return partition;
    }

    /// The share of ordered pairs that cannot reach each other: `1 − Σ s(s − 1) / (n(n − 1))` (Borgatti 2006);
    /// 0 if connected. Undefined below two nodes.
    public OptionalDouble fragmentation() {
        double joined = 0, n = 0;
        for (int size : partition.sizes()) {
            joined += size * (size - 1.0);
            n += size;
        }
        return Share.of(n * (n - 1) - joined, n * (n - 1));
    }
}
