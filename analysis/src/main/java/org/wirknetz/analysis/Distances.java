package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// How many steps every other node is away from one, and over whom: breadth-first search, O(n + m).
///
/// Source: Moore (1959). A node that cannot be reached has no distance: `UNREACHED`.
public final class Distances {
    /// The distance of a node that cannot be reached.
    public static final int UNREACHED = -1;

    private final Graph graph;
    private final int source;
    private final int[] steps;
    private final int[] before;

    private Distances(Graph graph, int source) {
        this.graph = graph;
        this.source = source;
        this.steps = new int[graph.size()];
        this.before = new int[graph.size()];
        search();
    }

    /// Steps from `source` on the undirected graph.
    public static Distances from(Graph graph, int source) {
        return new Distances(graph.undirected(), source);
    }

    public static Distances from(Graph graph, String source) {
        return from(graph, graph.node(source));
    }

    /// Steps from `source` along the direction of the ties.
    public static Distances alongArcs(Graph graph, int source) {
        return new Distances(graph, source);
    }

    public int to(int node) {
        return steps[node];
    }

    public int to(String key) {
        return to(graph.node(key));
    }

    /// A shortest way by name, both ends included: who could introduce whom. Empty where there is none. Of
    /// several ways, the one over the nodes with the lowest numbers nearest the source.
    public List<String> wayTo(String key) {
        int node = graph.node(key);
        if (steps[node] == UNREACHED) return List.of();
        var way = new ArrayList<String>();
        for (int at = node; at != source; at = before[at]) way.add(graph.key(at));
        way.add(graph.key(source));
        Collections.reverse(way);
        return List.copyOf(way);
    }

    private void search() {
        Arrays.fill(steps, UNREACHED);
        Arrays.fill(before, UNREACHED);
        var queue = new int[graph.size()];
        steps[source] = 0;
        queue[0] = source;
        for (int head = 0, tail = 1; head < tail; head++) {
            int node = queue[head];
            for (int slot = graph.out.offsets[node]; slot < graph.out.offsets[node + 1]; slot++) {
                int next = graph.out.targets[slot];
                if (steps[next] != UNREACHED) continue;
                steps[next] = steps[node] + 1;
                before[next] = node;
                queue[tail++] = next;
            }
        }
    }
}
