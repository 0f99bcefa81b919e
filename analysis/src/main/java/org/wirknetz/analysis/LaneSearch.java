package org.wirknetz.analysis;

import java.util.Arrays;

/// Brandes' accumulation from several sources at once, a lane each: a node's path counts for all of them stand
/// in one line of memory, and a level adds up its neighbours' lines instead of asking at every tie who was seen
/// when.
///
/// Memory: about 24 bytes a node and lane, and 30 a node.
abstract sealed class LaneSearch implements DependencySums permits PlainLanes, VectorLanes {
    private static final int PULL_FROM = 3;

    final int lanes;
    final Csr csr;
    final Csr backwards;
    final double[] paths;
    /// Dependencies on a node, all lanes added up.
    final double[] sums;
    final int[] seen;
    /// Path counts of the lanes whose frontier a node is on, 0 in the others.
    double[] line;
    double[] nextLine;
    private final int[] touched;
    private final boolean[] isTouched;
    private int touchedCount;
    private int[] nodes;
    private int[] masks;
    private int[] levelStart = new int[64];
    private int entries;

    LaneSearch(int lanes, Csr csr, Csr backwards) {
        this.lanes = lanes;
        this.csr = csr;
        this.backwards = backwards;
        int n = csr.size();
        paths = new double[n * lanes];
        sums = new double[n];
        line = new double[n * lanes];
        nextLine = new double[n * lanes];
        seen = new int[n];
        touched = new int[n];
        isTouched = new boolean[n];
        nodes = new int[n * 4];
        masks = new int[n * 4];
    }

    /// Adds the node's line to the next lines of its targets that a lane of the mask has not seen, and touches
    /// these.
    abstract void spread(int node, int mask);

    /// Adds the lines of those that lead to the node, and settles what comes out.
    abstract int gather(int node);

    /// Keeps of the node's next line the lanes that meet it for the first time, blanks the others, notes the
    /// path counts, and says which lanes these are.
    abstract int settle(int node);

    /// From the lines of the level beyond the dependency of the node, added to the sums, and its own next line
    /// for the level before.
    abstract void depend(int node, int mask, boolean deepest);

    /// All pairs from `lanes` sources on.
    @Override
    public final void add(int firstSource) {
        backward(forward(firstSource, Math.min(csr.size(), firstSource + lanes)));
    }

    @Override
    public final double[] take() {
        var taken = sums.clone();
        Arrays.fill(sums, 0);
        return taken;
    }

    final void touch(int node) {
        if (isTouched[node]) return;
        isTouched[node] = true;
        touched[touchedCount++] = node;
    }

    private int forward(int first, int last) {
        Arrays.fill(seen, 0);
        Arrays.fill(paths, 0);
        entries = 0;
        levelStart[0] = 0;
        for (int source = first; source < last; source++) {
            int lane = source - first;
            seen[source] = 1 << lane;
            line[source * lanes + lane] = 1;
            paths[source * lanes + lane] = 1;
            append(source, 1 << lane);
        }
        for (int level = 0; ; level++) {
            if (level + 2 >= levelStart.length) levelStart = Arrays.copyOf(levelStart, levelStart.length * 2);
            levelStart[level + 1] = entries;
            if (levelStart[level] == entries) return level;
            long ends = 0;
            for (int e = levelStart[level]; e < entries; e++) ends += csr.degree(nodes[e]);
            int from = levelStart[level], to = entries;
            if (ends * PULL_FROM < csr.arcs()) push(from, to);
            else pull((1 << (last - first)) - 1);
            blank(from, to);
            swap();
        }
    }

    private void push(int from, int to) {
        touchedCount = 0;
        for (int e = from; e < to; e++) spread(nodes[e], masks[e]);
        for (int k = 0; k < touchedCount; k++) {
            int node = touched[k];
            isTouched[node] = false;
            int fresh = settle(node);
            if (fresh != 0) append(node, fresh);
        }
    }

    private void pull(int all) {
        for (int node = 0; node < seen.length; node++) {
            if (seen[node] == all) continue;
            int fresh = gather(node);
            if (fresh != 0) append(node, fresh);
        }
    }

    private void backward(int levels) {
        for (int level = levels - 1; level > 0; level--) {
            for (int e = levelStart[level]; e < levelStart[level + 1]; e++)
                depend(nodes[e], masks[e], level == levels - 1);
            blank(levelStart[level + 1], levelStart[level + 2]);
            swap();
        }
        if (levels > 1) blank(levelStart[1], levelStart[2]);
    }

    private void blank(int from, int to) {
        for (int e = from; e < to; e++) {
            int at = nodes[e] * lanes;
            Arrays.fill(line, at, at + lanes, 0);
        }
    }

    private void swap() {
        var kept = line;
        line = nextLine;
        nextLine = kept;
    }

    private void append(int node, int mask) {
        if (entries == nodes.length) {
            nodes = Arrays.copyOf(nodes, entries * 2);
            masks = Arrays.copyOf(masks, entries * 2);
        }
        nodes[entries] = node;
        masks[entries++] = mask;
    }
}
