package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/// Every node in exactly one group. Groups are numbered by size, the largest first; among equals the one with
/// the lowest node number.
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
        var compact = compact(labels);
        int count = 0;
        for (int label : compact) count = Math.max(count, label + 1);
        var size = new int[count];
        for (int label : compact) size[label]++;
        // Compact labels are numbered by first member, and the sort is stable.
        var order = IntStream.range(0, count)
                .boxed()
                .sorted(Comparator.comparingInt(label -> -size[label]))
                .toList();
        var renumbered = new int[count];
        for (int rank = 0; rank < count; rank++) renumbered[order.get(rank)] = rank;
        for (int i = 0; i < compact.length; i++) compact[i] = renumbered[compact[i]];
        return new Partition(graph, compact, count);
    }

    /// The same groups, numbered from 0 by their first member.
    private static int[] compact(int[] labels) {
        var compact = new int[labels.length];
        int smallest = Integer.MAX_VALUE, largest = -1;
        for (int label : labels) {
            smallest = Math.min(smallest, label);
            largest = Math.max(largest, label);
        }
        int next = 0;
        if (smallest >= 0 && largest <= 2L * labels.length) {
            var known = new int[largest + 1];
            for (int i = 0; i < labels.length; i++) {
                if (known[labels[i]] == 0) known[labels[i]] = ++next;
                compact[i] = known[labels[i]] - 1;
            }
            return compact;
        }
        var known = new HashMap<Integer, Integer>();
        for (int i = 0; i < labels.length; i++) compact[i] = known.computeIfAbsent(labels[i], label -> known.size());
        return compact;
    }

    /// The same partition, refused where it cannot be one of that graph.
    Partition checkedFor(Graph other) {
        if (group.length != other.size())
            throw new RefusedInput(RefusedInput.Reason.FOREIGN_PARTITION, group.length, other.size());
        return this;
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
