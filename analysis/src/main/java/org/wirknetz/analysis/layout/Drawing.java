package org.wirknetz.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;

/// One picture in the making: components drawn one by one in units of a tie's length, put beside each other,
/// isolates below, and all of it fitted into the map.
final class Drawing {
    private static final double GAP = 1.2;
    private static final double ROW = 0.9;
    private static final int HELD_ROUNDS = 20;

    final double[] x;
    final double[] y;
    private final Graph graph;
    private final Map<String, Point> previous;
    private final double anchor;
    private final boolean byStress;
    private final Links links;
    private final Rounds rounds;

    Drawing(Graph graph, Map<String, Point> previous, double anchor, boolean byStress, Effort effort) {
        this.rounds = new Rounds(effort, graph.size());
        this.graph = graph;
        this.previous = previous;
        this.anchor = anchor;
        this.byStress = byStress;
        this.links = Links.of(graph);
        x = new double[graph.size()];
        y = new double[graph.size()];
    }

    void draw() {
        previous.keySet().removeIf(key -> graph.find(key).isEmpty());
        var frame = Frame.of(links, previous, graph);
        var isolates = new ArrayList<Integer>();
        var loose = new ArrayList<int[]>();
        var held = new ArrayList<int[]>();
        for (var nodes : components()) {
            if (nodes.length == 1) isolates.add(nodes[0]);
            else (draw(nodes, frame) ? held : loose).add(nodes);
            rounds.placed(nodes.length);
        }
        var shelves = new Shelves(x, y);
        for (var nodes : held) shelves.keep(nodes);
        for (var nodes : loose) shelves.add(nodes, GAP);
        shelves.row(isolates, ROW);
        frame.fit(x, y, !held.isEmpty());
    }

    /// Forces see no anchors: a few rounds from the old places, then half the way back to them.
    private void hold(Links part, double[] px, double[] py, Frame.Anchors anchors) {
        ForceAtlas.run(part, px, py, HELD_ROUNDS, rounds);
        for (int i = 0; i < px.length; i++) {
            if (Double.isNaN(anchors.x()[i])) continue;
            px[i] = (px[i] + anchors.x()[i]) / 2;
            py[i] = (py[i] + anchors.y()[i]) / 2;
        }
    }

    private List<int[]> components() {
        var partition = Components.of(graph).partition();
        var counts = new int[partition.count()];
        var label = partition.toArray();
        for (int group : label) counts[group]++;
        var components = new ArrayList<int[]>();
        for (int count : counts) components.add(new int[count]);
        for (int i = label.length - 1; i >= 0; i--) components.get(label[i])[--counts[label[i]]] = i;
        return components;
    }

    /// Whether the component was held to old places.
    private boolean draw(int[] nodes, Frame frame) {
        var part = links.among(nodes);
        var px = new double[nodes.length];
        var py = new double[nodes.length];
        var anchors = frame.anchors(nodes, part, graph, previous);
        if (anchors == null) {
            if (byStress) {
                Scaling.place(part, px, py);
                Stress.relax(part, px, py, null, null, 0, rounds);
            } else Coarse.place(part, px, py, rounds);
        } else {
            System.arraycopy(anchors.startX(), 0, px, 0, px.length);
            System.arraycopy(anchors.startY(), 0, py, 0, py.length);
            if (byStress) Stress.relax(part, px, py, anchors.x(), anchors.y(), anchor, rounds);
            else hold(part, px, py, anchors);
        }
        for (int i = 0; i < nodes.length; i++) {
            x[nodes[i]] = px[i];
            y[nodes[i]] = py[i];
        }
        return anchors != null;
    }
}
