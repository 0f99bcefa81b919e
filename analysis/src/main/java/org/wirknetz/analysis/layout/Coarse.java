package org.wirknetz.analysis.layout;

import java.util.ArrayList;
import org.wirknetz.analysis.Communities;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.Partition;

/// A large component: its groups are placed first, members around their group's middle like the seeds of a
/// sunflower, then forces loosen the whole.
final class Coarse {
    private static final int ITERATIONS = 120;
    private static final int MOST_GROUPS_BY_STRESS = 500;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    private Coarse() {}

    static void place(Links links, double[] x, double[] y, Rounds rounds) {
        var groups = Communities.of(graph(links), 1, 1, rounds.silent()).partition();
        var middles = middles(links, groups, rounds);
        spread(groups, middles, x, y);
        ForceAtlas.run(links, x, y, ITERATIONS, rounds);
        rescale(x, y);
    }

    private static Graph graph(Links links) {
        var from = new int[links.targets().length];
        for (int i = 0; i < links.size(); i++)
            java.util.Arrays.fill(from, links.offsets()[i], links.offsets()[i + 1], i);
        return Graph.ofEdges(links.size(), from, links.targets());
    }

    private static double[][] middles(Links links, Partition groups, Rounds rounds) {
        var from = new ArrayList<Integer>();
        var to = new ArrayList<Integer>();
        for (int i = 0; i < links.size(); i++)
            for (int slot = links.offsets()[i]; slot < links.offsets()[i + 1]; slot++) {
                int here = groups.group(i), there = groups.group(links.targets()[slot]);
                if (here >= there) continue;
                from.add(here);
                to.add(there);
            }
        var between = Links.of(Graph.ofEdges(
                groups.count(),
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray()));
        var x = new double[groups.count()];
        var y = new double[groups.count()];
        if (groups.count() > 1) {
            Scaling.place(between, x, y);
            if (groups.count() <= MOST_GROUPS_BY_STRESS) Stress.relax(between, x, y, null, null, 0, rounds);
        }
        return new double[][] {x, y};
    }

    private static void spread(Partition groups, double[][] middles, double[] x, double[] y) {
        double step = 2 * Math.sqrt((double) x.length / groups.count());
        var rank = new int[groups.count()];
        for (int i = 0; i < x.length; i++) {
            int group = groups.group(i);
            double distance = Math.sqrt(rank[group] + 0.5), angle = rank[group]++ * GOLDEN_ANGLE;
            x[i] = middles[0][group] * step + distance * Math.cos(angle);
            y[i] = middles[1][group] * step + distance * Math.sin(angle);
        }
    }

    /// About half a square unit a node, so that a large component and small ones beside it keep their
    /// proportions.
    private static void rescale(double[] x, double[] y) {
        var all = java.util.stream.IntStream.range(0, x.length).toArray();
        var box = Box.of(x, y, all);
        double factor = Math.sqrt(0.5 * x.length / Math.max(1e-9, box.width() * box.height()));
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
            y[i] *= factor;
        }
    }
}
