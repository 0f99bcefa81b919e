package org.wirknetz.analysis;

/// Eight lanes in plain Java: the twin of `VectorLanes` where the program was started without the vector
/// module.
///
/// Eight names instead of an array, because an array would be memory, and multiplication by 0 or 1 instead of a
/// question per lane, because half of the answers would come as a surprise to the processor.
final class PlainLanes extends LaneSearch {
    static final int LANES = 8;

    /// For each of the 256 masks its lanes as eight numbers 0 or 1.
    private static final double[] KEEP = keep();

    PlainLanes(Csr csr, Csr backwards) {
        super(LANES, csr, backwards);
    }

    private static double[] keep() {
        var keep = new double[256 * LANES];
        for (int i = 0; i < keep.length; i++) keep[i] = i / LANES >>> (i % LANES) & 1;
        return keep;
    }

    @Override
    void spread(int node, int mask) {
        var own = line;
        var lines = nextLine;
        int from = node * LANES;
        double a = own[from], b = own[from + 1], c = own[from + 2], d = own[from + 3];
        double e = own[from + 4], f = own[from + 5], g = own[from + 6], h = own[from + 7];
        for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
            int next = csr.targets[slot];
            if ((mask & ~seen[next]) == 0) continue;
            int at = next * LANES;
            lines[at] += a;
            lines[at + 1] += b;
            lines[at + 2] += c;
            lines[at + 3] += d;
            lines[at + 4] += e;
            lines[at + 5] += f;
            lines[at + 6] += g;
            lines[at + 7] += h;
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
        int at = node * LANES;
        int fresh = (reached(ways[at])
                        | reached(ways[at + 1]) << 1
                        | reached(ways[at + 2]) << 2
                        | reached(ways[at + 3]) << 3
                        | reached(ways[at + 4]) << 4
                        | reached(ways[at + 5]) << 5
                        | reached(ways[at + 6]) << 6
                        | reached(ways[at + 7]) << 7)
                & ~seen[node];
        seen[node] |= fresh;
        var own = paths;
        for (int lane = 0, keep = fresh * LANES; lane < LANES; lane++) {
            double kept = ways[at + lane] * KEEP[keep + lane];
            ways[at + lane] = kept;
            own[at + lane] += kept;
        }
        return fresh;
    }

    /// 1 where there is a way, 0 where there is none.
    private static int reached(double ways) {
        return (int) (-Double.doubleToRawLongBits(ways) >>> 63);
    }

    @Override
    void depend(int node, int mask, boolean deepest) {
        if (!deepest) add(csr, node);
        var own = paths;
        var onward = nextLine;
        int at = node * LANES;
        double sum = 0;
        for (int lane = 0, keep = mask * LANES; lane < LANES; lane++) {
            double ways = own[at + lane], kept = KEEP[keep + lane];
            double dependency = deepest ? 0 : onward[at + lane] * ways * kept;
            sum += dependency;
            // Where a lane is not kept: nothing, divided by at least 1.
            onward[at + lane] = (kept + dependency) / (ways + (1 - kept));
        }
        sums[node] += sum;
    }

    /// Into the node's next line the sum of its neighbours' lines.
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
