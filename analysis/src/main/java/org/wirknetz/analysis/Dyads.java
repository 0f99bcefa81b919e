package org.wirknetz.analysis;

/// The undirected ties of a directed graph with their directions as seen from the row's node: 1 out, 2 in, 3
/// both.
record Dyads(Csr csr, byte[] directions) {
    static Dyads of(Graph graph) {
        var either = graph.undirected().out;
        var directions = new byte[either.arcs()];
        for (int i = 0; i < either.size(); i++) {
            int out = graph.out.offsets[i], outEnd = graph.out.offsets[i + 1];
            int in = graph.in.offsets[i], inEnd = graph.in.offsets[i + 1];
            for (int slot = either.offsets[i]; slot < either.offsets[i + 1]; slot++) {
                int target = either.targets[slot];
                if (out < outEnd && graph.out.targets[out] == target) {
                    directions[slot] |= 1;
                    out++;
                }
                if (in < inEnd && graph.in.targets[in] == target) {
                    directions[slot] |= 2;
                    in++;
                }
            }
        }
        return new Dyads(either, directions);
    }

    int direction(int slot) {
        return directions[slot];
    }
}
