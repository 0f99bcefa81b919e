package org.wirknetz.analysis.layout;

import java.util.SplittableRandom;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;

/// A hundred rounds of ForceAtlas2 from positions drawn at random, for the comparison with Gephi: the forces alone,
/// without the start and the fitting that a map has besides.
public final class HundredRounds {
    private static final double SIDE = 1_000;

    private HundredRounds() {}

    public static void run(Graph graph, Effort effort) {
        var links = Links.of(graph.undirected());
        var random = new SplittableRandom(1);
        var x = random.doubles(links.size(), 0, SIDE).toArray();
        var y = random.doubles(links.size(), 0, SIDE).toArray();
        ForceAtlas.run(links, x, y, 100, new Rounds(effort, links.size()));
    }
}
