package org.wirknetz.analysis;

/// How deep a node stands in the network: the largest k such that it belongs to a group whose members each have
/// k partners inside it (Seidman 1983). On the undirected graph, by bucket peeling (Batagelj and Zaveršnik
/// 2003), O(n + m).
///
/// 0 for an isolate.
public final class Cores {
    private final Graph graph;
    private final int[] core;

    private Cores(Graph graph, int[] core) {
        this.graph = graph;
        this.core = core;
    }

    public static Cores of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static Cores of(Graph graph, Effort effort) {
        var either = graph.undirected();
        return new Cores(either, peel(either.out, effort));
    }

    public int at(int node) {
        return core[node];
    }

    public int of(String key) {
        return at(graph.node(key));
    }

    public int[] toArray() {
        return core.clone();
    }

    /// The deepest core of the network, 0 without ties.
    public int degeneracy() {
        int deepest = 0;
        for (int k : core) deepest = Math.max(deepest, k);
        return deepest;
    }

    private static int[] peel(Csr csr, Effort effort) {
        int n = csr.size();
        var degree = new int[n];
        int most = 0;
        for (int i = 0; i < n; i++) most = Math.max(most, degree[i] = csr.degree(i));
        var start = new int[most + 2];
        for (int d : degree) start[d + 1]++;
        for (int d = 0; d <= most; d++) start[d + 1] += start[d];
        var order = new int[n];
        var place = new int[n];
        var next = start.clone();
        for (int i = 0; i < n; i++) order[place[i] = next[degree[i]]++] = i;
        for (int at = 0; at < n; at++) {
            effort.stepAt(at, n);
            int node = order[at];
            for (int slot = csr.offsets[node]; slot < csr.offsets[node + 1]; slot++) {
                int other = csr.targets[slot];
                if (degree[other] <= degree[node]) continue;
                // The neighbour swaps places with the first of its bucket, which then begins one later.
                int first = start[degree[other]]++;
                int moved = order[first];
                order[place[other]] = moved;
                place[moved] = place[other];
                order[first] = other;
                place[other] = first;
                degree[other]--;
            }
        }
        return degree;
    }
}
