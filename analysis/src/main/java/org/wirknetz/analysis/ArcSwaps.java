package org.wirknetz.analysis;

import java.util.SplittableRandom;

/// Random directed networks with the degrees of one, out and in, by letting two ties exchange their targets.
/// One thread's room.
///
/// Exchanges alone cannot turn a lone circle of three around, so that some networks would never be drawn (Rao,
/// Jana and Bandyopadhyay 1996): one try in ten turns a circle. It is found by a tie and a tie onward from its
/// target, which finds a circle as often as its reverse, for the number of ties onward stays as it is.
final class ArcSwaps implements RandomBaseline.Redraw {
    private static final int CIRCLE_IN = 10;

    private final Graph graph;
    private final int[] from;
    private final int[] to;
    private final PairSet pairs;

    ArcSwaps(Graph graph) {
        this.graph = graph;
        from = new int[graph.out.arcs()];
        to = new int[from.length];
        pairs = PairSet.ordered(graph.size(), from.length);
    }

    @Override
    public Graph draw(SplittableRandom random) {
        start();
        int ties = from.length;
        if (ties > 1)
            for (long tries = (long) RandomBaseline.TRIES_A_TIE * ties; tries > 0; tries--) {
                if (random.nextInt(CIRCLE_IN) == 0) turn(random.nextInt(ties), random);
                else exchange(random.nextInt(ties), random.nextInt(ties));
            }
        return Graph.directed(graph.sharedKeys(), from, to, null, ties);
    }

    private void start() {
        pairs.clear();
        for (int i = 0; i < graph.size(); i++)
            for (int slot = graph.out.offsets[i]; slot < graph.out.offsets[i + 1]; slot++) {
                from[slot] = i;
                to[slot] = graph.out.targets[slot];
                pairs.add(i, to[slot]);
            }
    }

    private void exchange(int a, int b) {
        if (from[a] == to[b] || from[b] == to[a]) return;
        if (pairs.contains(from[a], to[b]) || pairs.contains(from[b], to[a])) return;
        int kept = to[a];
        lead(a, to[b]);
        lead(b, kept);
    }

    /// u → v → w → u becomes u → w → v → u, if none of the new ties is there. Every tie keeps its source, so
    /// those of a node stay where they are in the arrays.
    private void turn(int first, SplittableRandom random) {
        int u = from[first], v = to[first], onward = graph.out.degree(v);
        if (onward == 0) return;
        int second = graph.out.offsets[v] + random.nextInt(onward);
        int w = to[second];
        if (w == u || !pairs.contains(w, u)) return;
        if (pairs.contains(v, u) || pairs.contains(w, v) || pairs.contains(u, w)) return;
        int third = graph.out.offsets[w];
        while (to[third] != u) third++;
        lead(first, w);
        lead(second, u);
        lead(third, v);
    }

    private void lead(int tie, int target) {
        pairs.remove(from[tie], to[tie]);
        to[tie] = target;
        pairs.add(from[tie], target);
    }
}
