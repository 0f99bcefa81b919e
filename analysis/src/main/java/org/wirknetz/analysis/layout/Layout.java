package org.wirknetz.analysis.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;

/// Where every node stands on the map: x from 0 to 1, y from 0 to 2/3, one unit for both, so the map is half as
/// wide again as high.
///
/// Up to 500 nodes drawn distances follow steps: a start by multidimensional scaling, then stress majorization
/// (Gansner, Koren and North 2004) node by node. Above, groups are laid out first, their members around them,
/// and Barnes–Hut ForceAtlas2 (Jacomy et al. 2014) loosens the whole. Components stand apart, isolates in rows
/// below. The same graph and previous positions give the same picture.
public final class Layout {
    public static final double WIDTH = 1;
    public static final double HEIGHT = 2.0 / 3;
    /// How strongly organisations are held to where they stood: their old place weighs this share of all
    /// others.
    public static final double ANCHOR = 0.2;

    private static final int MOST_BY_STRESS = 500;
    /// No previous position lies farther off than this.
    private static final double FARTHEST = 1e6;

    private final Graph graph;
    private final double[] x;
    private final double[] y;

    private Layout(Graph graph, double[] x, double[] y) {
        this.graph = graph;
        this.x = x;
        this.y = y;
    }

    public static Layout of(Graph graph) {
        return of(graph, Effort.full());
    }

    public static Layout of(Graph graph, Effort effort) {
        return after(Map.of(), graph, ANCHOR, effort);
    }

    /// Near the previous positions, by key; organisations that are new enter among their partners.
    public static Layout after(Map<String, Point> previous, Graph graph) {
        return after(previous, graph, ANCHOR);
    }

    /// With an anchor of 0 only the start is taken over; the larger, the less anything moves.
    public static Layout after(Map<String, Point> previous, Graph graph, double anchor) {
        return after(previous, graph, anchor, Effort.full());
    }

    /// The picture does not depend on the number of threads. A cancelled one is thrown away.
    public static Layout after(Map<String, Point> previous, Graph graph, double anchor, Effort effort) {
        if (!(anchor >= 0) || Double.isInfinite(anchor))
            throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The anchor", anchor, 0);
        previous.forEach((key, point) -> {
            for (double place : new double[] {point.x(), point.y()})
                if (!(Math.abs(place) <= FARTHEST))
                    throw new RefusedInput(
                            RefusedInput.Reason.OUT_OF_RANGE, "The position of " + key, place, -FARTHEST, FARTHEST);
        });
        var either = graph.undirected();
        var map = new Drawing(either, new HashMap<>(previous), anchor, either.size() <= MOST_BY_STRESS, effort);
        map.draw();
        return new Layout(graph, map.x, map.y);
    }

    public Point at(int node) {
        return new Point(x[node], y[node]);
    }

    public Point of(String key) {
        return at(graph.node(key));
    }

    /// All positions in the order of the nodes; what the next layout wants as `previous`.
    public Map<String, Point> byKey() {
        var map = LinkedHashMap.<String, Point>newLinkedHashMap(x.length);
        for (int i = 0; i < x.length; i++) map.put(graph.key(i), at(i));
        return map;
    }
}
