package org.wirknetz.analysis;

import java.util.SplittableRandom;

/// Random undirected networks with the degrees of one, by swapping the ends of ties. One thread's room.
final class TieSwaps implements RandomBaseline.Redraw {
    private final Graph graph;
    private final int[] ones;
    private final int[] others;
    private final PairSet pairs;

    TieSwaps(Graph graph) {
        this.graph = graph;
        int ties = graph.out.arcs() / 2;
        ones = new int[ties];
        others = new int[ties];
        pairs = PairSet.unordered(graph.size(), ties);
    }

    @Override
    public Graph draw(SplittableRandom random) {
        start();
        int ties = ones.length;
        if (ties > 1)
            for (long tries = (long) RandomBaseline.TRIES_A_TIE * ties; tries > 0; tries--) {
                int a = random.nextInt(ties), b = random.nextInt(ties);
                if (a != b) swap(a, b, random.nextBoolean());
            }
        var csr = Csr.ofPairs(graph.size(), ones, others);
        return new Graph(graph.sharedKeys(), csr, csr);
    }

    private void start() {
        pairs.clear();
        int tie = 0;
        for (int i = 0; i < graph.size(); i++)
            for (int slot = graph.out.offsets[i]; slot < graph.out.offsets[i + 1]; slot++) {
                int j = graph.out.targets[slot];
                if (i > j) continue;
                ones[tie] = i;
                others[tie++] = j;
                pairs.add(i, j);
            }
    }

    private void swap(int a, int b, boolean crossed) {
        int bOne = crossed ? others[b] : ones[b], bOther = crossed ? ones[b] : others[b];
        if (ones[a] == bOther || bOne == others[a]) return;
        if (pairs.contains(ones[a], bOther) || pairs.contains(bOne, others[a])) return;
        pairs.remove(ones[a], others[a]);
        pairs.remove(bOne, bOther);
        pairs.add(ones[a], bOther);
        pairs.add(bOne, others[a]);
        int kept = others[a];
        others[a] = bOther;
        ones[b] = bOne;
        others[b] = kept;
    }
}
