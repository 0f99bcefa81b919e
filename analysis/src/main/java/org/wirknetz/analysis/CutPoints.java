package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.List;

/// Whose leaving, and the loss of which single tie, would cut the network: cut points and bridges by name, on
/// the undirected graph (Hopcroft and Tarjan 1973, written without recursion, O(n + m)).
///
/// Empty where nothing can cut it.
public record CutPoints(List<String> nodes, List<Bridge> bridges) {

    /// A tie that alone holds two parts together; `from` is the node listed first in the graph.
    public record Bridge(String from, String to) {}

    public static CutPoints of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static CutPoints of(Graph graph, Effort effort) {
        return new Search(graph.undirected(), effort).result();
    }

    private static final class Search {
        private final Graph graph;
        private final Effort effort;
        private final Csr csr;
        private final int[] index;
        private final int[] low;
        private final int[] parent;
        private final int[] nextSlot;
        private final boolean[] cuts;
        private final List<int[]> bridges = new ArrayList<>();
        private int counter;

        Search(Graph graph, Effort effort) {
            this.graph = graph;
            this.effort = effort;
            this.csr = graph.out;
            int n = graph.size();
            index = new int[n];
            low = new int[n];
            parent = new int[n];
            nextSlot = new int[n];
            cuts = new boolean[n];
            for (int root = 0; root < n; root++) if (index[root] == 0) walk(root);
        }

        private void walk(int root) {
            int children = 0;
            enter(root, -1);
            for (int node = root; node >= 0; ) {
                if (nextSlot[node] < csr.offsets[node + 1]) {
                    int next = csr.targets[nextSlot[node]++];
                    if (index[next] == 0) {
                        if (node == root) children++;
                        enter(next, node);
                        node = next;
                    } else if (next != parent[node]) low[node] = Math.min(low[node], index[next]);
                } else {
                    if (parent[node] >= 0) leave(node, parent[node], root);
                    node = parent[node];
                }
            }
            cuts[root] = children > 1;
        }

        private void enter(int node, int from) {
            effort.stepAt(counter, index.length);
            index[node] = low[node] = ++counter;
            parent[node] = from;
            nextSlot[node] = csr.offsets[node];
        }

        private void leave(int node, int from, int root) {
            low[from] = Math.min(low[from], low[node]);
            if (from != root && low[node] >= index[from]) cuts[from] = true;
            if (low[node] > index[from]) bridges.add(new int[] {Math.min(from, node), Math.max(from, node)});
        }

        CutPoints result() {
            var names = new ArrayList<String>();
            for (int i = 0; i < cuts.length; i++) if (cuts[i]) names.add(graph.key(i));
            bridges.sort((a, b) -> a[0] != b[0] ? Integer.compare(a[0], b[0]) : Integer.compare(a[1], b[1]));
            return new CutPoints(
                    List.copyOf(names),
                    bridges.stream()
                            .map(tie -> new Bridge(graph.key(tie[0]), graph.key(tie[1])))
                            .toList());
        }
    }
}
