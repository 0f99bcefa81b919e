package org.wirknetz.analysis;

/// Eight lanes in plain Java: the twin of `VectorLanes` where the program was started without the vector module.
final class PlainLanes extends LaneSearch {
    static final int LANES = 8;

    PlainLanes(Csr csr, Csr backwards) {
        super(LANES, csr, backwards);
    }

    @Override
    void spread(int node, int mask) {
        var own = line;
        var lines = nextLine;
        int from = node * LANES;
        for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
            int next = csr.targets[slot];
            if ((mask & ~seen[next]) == 0) continue;
            int at = next * LANES;
            for (int lane = 0; lane < LANES; lane++) lines[at + lane] += own[from + lane];
            touch(next);
        }
    }

    @Override
    int gather(int node) {
        add(backwards, node);
        return settle(node);
    }

    @Override
    int settle(int node) {
        var ways = nextLine;
        int at = node * LANES, open = ~seen[node], fresh = 0;
        for (int lane = 0; lane < LANES; lane++) {
            if (ways[at + lane] > 0 && (open >>> lane & 1) != 0) {
                paths[at + lane] = ways[at + lane];
                fresh |= 1 << lane;
            } else ways[at + lane] = 0;
        }
        seen[node] |= fresh;
        return fresh;
    }

    @Override
    void depend(int node, int mask, boolean deepest) {
        int at = node * LANES;
        if (!deepest) add(csr, node);
        for (int lane = 0; lane < LANES; lane++) {
            if ((mask >>> lane & 1) == 0) {
                nextLine[at + lane] = 0;
                continue;
            }
            double ways = paths[at + lane];
            double dependency = deepest ? 0 : nextLine[at + lane] * ways;
            sumLines[at + lane] += dependency;
            nextLine[at + lane] = (1 + dependency) / ways;
        }
    }

    /// Into the node's next line the sum of its neighbours' lines. Eight names, because an array would be memory.
    private void add(Csr ties, int node) {
        var lines = line;
        var targets = ties.targets;
        double a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        for (int slot = ties.offsets[node], end = ties.offsets[node + 1]; slot < end; slot++) {
            int from = targets[slot] * LANES;
            a += lines[from];
            b += lines[from + 1];
            c += lines[from + 2];
            d += lines[from + 3];
            e += lines[from + 4];
            f += lines[from + 5];
            g += lines[from + 6];
            h += lines[from + 7];
        }
        int at = node * LANES;
        nextLine[at] = a;
        nextLine[at + 1] = b;
        nextLine[at + 2] = c;
        nextLine[at + 3] = d;
        nextLine[at + 4] = e;
        nextLine[at + 5] = f;
        nextLine[at + 6] = g;
        nextLine[at + 7] = h;
    }
}
