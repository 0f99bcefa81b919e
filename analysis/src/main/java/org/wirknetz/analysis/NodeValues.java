package org.wirknetz.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// One number for each node of a graph, or none where the measure is not defined for that node.
public final class NodeValues {
    private final Graph graph;
    private final double[] values;

    /// NaN inside means undefined; it never leaves this class.
    NodeValues(Graph graph, double[] values) {
        this.graph = graph;
        this.values = values;
    }

    public int size() {
        return values.length;
    }

    public boolean isDefined(int node) {
        return !Double.isNaN(values[node]);
    }

    public OptionalDouble at(int node) {
        return isDefined(node) ? OptionalDouble.of(values[node]) : OptionalDouble.empty();
    }

    public OptionalDouble of(String key) {
        return at(graph.node(key));
    }

    /// All values by node number, with `whereUndefined` in the place of those that are not defined.
    public double[] toArray(double whereUndefined) {
        var copy = values.clone();
        for (int i = 0; i < copy.length; i++) if (!isDefined(i)) copy[i] = whereUndefined;
        return copy;
    }

    /// The defined values by key, in the order of the nodes.
    public Map<String, Double> byKey() {
        var map = LinkedHashMap.<String, Double>newLinkedHashMap(values.length);
        for (int i = 0; i < values.length; i++) if (isDefined(i)) map.put(graph.key(i), values[i]);
        return map;
    }

    /// The mean of the defined values.
    public OptionalDouble mean() {
        return java.util.Arrays.stream(values).filter(v -> !Double.isNaN(v)).average();
    }

    double raw(int node) {
        return values[node];
    }
}
