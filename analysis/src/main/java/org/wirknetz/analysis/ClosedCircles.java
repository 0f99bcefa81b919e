package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.List;

/// Gifts that come back over a third: every A → B → C → A of the directed graph, each once. Generalised
/// exchange is reciprocity too (Gouldner 1960; Bearman 1997), though no pair in it may be even.
///
/// Cost Σ in · out · log; at most `MOST` are listed, all are counted.
///
/// Empty where there are none.
public record ClosedCircles(long count, List<Circle> circles) {
    /// So many are named at most.
    public static final int MOST = 1_000;

    /// `first` is the one listed first in the graph.
    public record Circle(String first, String second, String third) {}

    public static ClosedCircles of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static ClosedCircles of(Graph graph, Effort effort) {
        var circles = new ArrayList<Circle>();
        long count = 0;
        for (int a = 0; a < graph.size(); a++) {
            effort.step(a, graph.size());
            for (int ab = graph.out.offsets[a]; ab < graph.out.offsets[a + 1]; ab++) {
                int b = graph.out.targets[ab];
                if (b < a) continue;
                for (int bc = graph.out.offsets[b]; bc < graph.out.offsets[b + 1]; bc++) {
                    int c = graph.out.targets[bc];
                    if (c <= a || graph.out.find(c, a) < 0) continue;
                    count++;
                    if (circles.size() < MOST) circles.add(new Circle(graph.key(a), graph.key(b), graph.key(c)));
                }
            }
        }
        effort.step(1, 1);
        return new ClosedCircles(count, List.copyOf(circles));
    }
}
