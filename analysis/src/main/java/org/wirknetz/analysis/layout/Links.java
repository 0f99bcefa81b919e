package org.wirknetz.analysis.layout;

import java.util.Arrays;
import org.wirknetz.analysis.Graph;

/// The ties of an undirected graph, or of one of its components, as plain arrays.
record Links(int[] offsets, int[] targets) {
    static Links of(Graph graph) {
        var offsets = new int[graph.size() + 1];
        for (int i = 0; i < graph.size(); i++) offsets[i + 1] = offsets[i] + graph.degree(i);
        var targets = new int[offsets[graph.size()]];
        for (int i = 0; i < graph.size(); i++)
            System.arraycopy(graph.neighbours(i), 0, targets, offsets[i], graph.degree(i));
        return new Links(offsets, targets);
    }

    /// The ties among some nodes, renumbered in their order; all partners of the nodes must be among them.
    Links among(int... nodes) {
        var number = new int[size()];
        for (int i = 0; i < nodes.length; i++) number[nodes[i]] = i;
        var fewer = new int[nodes.length + 1];
        for (int i = 0; i < nodes.length; i++) fewer[i + 1] = fewer[i] + degree(nodes[i]);
        var kept = new int[fewer[nodes.length]];
        for (int i = 0, end = 0; i < nodes.length; i++)
            for (int slot = offsets[nodes[i]]; slot < offsets[nodes[i] + 1]; slot++)
                kept[end++] = number[targets[slot]];
        return new Links(fewer, kept);
    }

    int size() {
        return offsets.length - 1;
    }

    int degree(int node) {
        return offsets[node + 1] - offsets[node];
    }

    /// Steps from one node to every other; −1 where there is no way.
    int[] steps(int source, int[] queue) {
        var steps = new int[size()];
        Arrays.fill(steps, -1);
        steps[source] = 0;
        queue[0] = source;
        for (int head = 0, tail = 1; head < tail; head++) {
            int node = queue[head];
            for (int slot = offsets[node]; slot < offsets[node + 1]; slot++) {
                int next = targets[slot];
                if (steps[next] >= 0) continue;
                steps[next] = steps[node] + 1;
                queue[tail++] = next;
            }
        }
        return steps;
    }
}
