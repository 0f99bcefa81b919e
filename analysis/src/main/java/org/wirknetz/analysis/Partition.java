package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Every node in exactly one group. Groups are numbered by size, the largest first; among equals the one with the
/// lowest
/// node number.
public final class Partition {
    private final Graph graph;
    private final int[] group;
    private final int count;

    private Partition(Graph graph, int[] group, int count) {
        this.graph = graph;
        this.group = group;
        this.count = count;
    }

    /// From any numbering of the groups, one number a node.
    public static Partition of(Graph graph, int... labels) {
        if (labels.length != graph.size())
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE,
                    "The number of labels",
                    labels.length,
                    graph.size(),
                    graph.size());
        var size = new HashMap<Integer, Integer>();
        var first = new HashMap<Integer, Integer>();
        for (int i = 0; i < labels.length; i++) {
            size.merge(labels[i], 1, Integer::sum);
            first.putIfAbsent(labels[i], i);
        }
        var order = new ArrayList<>(size.keySet());
        order.sort(Comparator.<Integer>comparingInt(size::get).reversed().thenComparingInt(first::get));
        Map<Integer, Integer> renumbered = new HashMap<>();
        for (var label : order) renumbered.put(label, renumbered.size());
        var group = Arrays.stream(labels).map(renumbered::get).toArray();
        return new Partition(graph, group, order.size());
    }

    /// One named group, and all the others together.
    public static Partition ofGroup(Graph graph, Collection<String> members) {
        var labels = new int[graph.size()];
        for (var key : members) labels[graph.node(key)] = 1;
        return of(graph, labels);
    }

    public int count() {
        return count;
    }

    public int group(int node) {
        return group[node];
    }

    public int group(String key) {
        return group(graph.node(key));
    }

    public int[] toArray() {
        return group.clone();
    }

    public List<String> members(int group) {
        var members = new ArrayList<String>();
        for (int i = 0; i < this.group.length; i++) if (this.group[i] == group) members.add(graph.key(i));
        return List.copyOf(members);
    }

    public List<List<String>> groups() {
        var groups = new ArrayList<List<String>>();
        for (int g = 0; g < count; g++) groups.add(new ArrayList<>());
        for (int i = 0; i < group.length; i++) groups.get(group[i]).add(graph.key(i));
        return groups.stream().map(List::copyOf).toList();
    }

    int[] sizes() {
        var sizes = new int[count];
        for (int g : group) sizes[g]++;
        return sizes;
    }

    int raw(int node) {
        return group[node];
    }
}
