package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.layout.Layout;
import org.wirknetz.platform.tables.OrganisationRow;

/// The picture of a network before it is drawn as SVG or PNG: where each organisation stands, its group's colour and
/// shape, its
/// label where one fits without covering another.
public record Sketch(List<Node> nodes, List<Line> lines, List<Group> groups) {
    static final int WIDTH = 1000;
    static final int HEIGHT = 660;
    static final int LABEL = 13;
    private static final int MARGIN_X = 110;
    private static final int MARGIN_Y = 36;
    private static final int SHAPES = 8;
    private static final int LONGEST = 26;

    /// @param shape 1 to 8 as the group, 0 for organisations without one of the eight groups
    public record Node(
            String key,
            String name,
            int shape,
            double x,
            double y,
            double size,
            @Nullable Label label) {}

    public record Label(String text, double x, double y, double width) {}

    /// @param both reported by both sides
    public record Line(double x1, double y1, double x2, double y2, boolean both) {}

    public record Group(int shape, String name, int members) {}

    static Sketch of(Boundary boundary, Graph directed, @Nullable String coordinator) {
        var graph = directed.undirected();
        var groups = groups(boundary);
        var layout = Layout.of(graph);
        var placed = new ArrayList<Node>();
        for (int node = 0; node < graph.size(); node++) {
            var row = java.util.Objects.requireNonNull(boundary.members().get(graph.key(node)));
            var at = layout.at(node);
            placed.add(new Node(
                    row.key(),
                    row.name(),
                    shape(row, groups),
                    MARGIN_X + at.x() / Layout.WIDTH * (WIDTH - 2.0 * MARGIN_X),
                    MARGIN_Y + at.y() / Layout.HEIGHT * (HEIGHT - 2.0 * MARGIN_Y),
                    row.key().equals(coordinator) ? 12 : graph.size() > 150 ? 5 : 8,
                    null));
        }
        return new Sketch(
                labelled(placed, graph), lines(placed, graph, directed, boundary), List.copyOf(groups.values()));
    }

    private static Map<String, Group> groups(Boundary boundary) {
        var counts = new TreeMap<String, Integer>();
        boundary.members().values().forEach(it -> counts.merge(first(it), 1, Integer::sum));
        counts.remove("");
        var groups = new LinkedHashMap<String, Group>();
        counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(it -> -it.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(SHAPES)
                .forEach(it -> groups.put(it.getKey(), new Group(groups.size() + 1, it.getKey(), it.getValue())));
        int others = boundary.size()
                - groups.values().stream().mapToInt(Group::members).sum();
        if (others > 0) groups.put("", new Group(0, "", others));
        return groups;
    }

    private static String first(OrganisationRow row) {
        return row.groups().isEmpty() ? "" : row.groups().getFirst();
    }

    private static int shape(OrganisationRow row, Map<String, Group> groups) {
        var group = groups.get(first(row));
        return group == null ? 0 : group.shape();
    }

    private static List<Line> lines(List<Node> nodes, Graph graph, Graph directed, Boundary boundary) {
        var lines = new ArrayList<Line>();
        for (int node = 0; node < graph.size(); node++) {
            for (int other : graph.neighbours(node)) {
                if (other < node) continue;
                var one = nodes.get(node);
                var two = nodes.get(other);
                boolean both = boundary.both(directed, node, other);
                lines.add(new Line(one.x(), one.y(), two.x(), two.y(), both));
            }
        }
        return lines;
    }

    // Whoever has most ties is labelled first; a label that would cover a node or another label is left to the table.
    private static List<Node> labelled(List<Node> nodes, Graph graph) {
        var order = new ArrayList<Integer>();
        for (int i = 0; i < nodes.size(); i++) order.add(i);
        order.sort(Comparator.<Integer>comparingInt(it -> -graph.degree(it)).thenComparing(it -> it));
        var labels = new Label[nodes.size()];
        var taken = new ArrayList<double[]>();
        for (var node : nodes) {
            taken.add(new double[] {
                node.x() - node.size(), node.y() - node.size(), node.x() + node.size(), node.y() + node.size()
            });
        }
        for (int i : order) labels[i] = label(nodes.get(i), taken);
        var labelled = new ArrayList<Node>();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            labelled.add(new Node(node.key(), node.name(), node.shape(), node.x(), node.y(), node.size(), labels[i]));
        }
        return labelled;
    }

    private static @Nullable Label label(Node node, List<double[]> taken) {
        var text = node.name().length() <= LONGEST
                ? node.name()
                : node.name().substring(0, LONGEST - 1).strip() + "…";
        double width = text.length() * LABEL * 0.54;
        double gap = node.size() + 4;
        double[][] places = {
            {node.x() + gap, node.y() + LABEL * 0.35},
            {node.x() - gap - width, node.y() + LABEL * 0.35},
            {node.x() - width / 2, node.y() - gap},
            {node.x() - width / 2, node.y() + gap + LABEL * 0.8}
        };
        for (var place : places) {
            var box = new double[] {place[0], place[1] - LABEL * 0.85, place[0] + width, place[1] + LABEL * 0.25};
            if (box[0] < 0 || box[2] > WIDTH || box[1] < 0 || box[3] > HEIGHT) continue;
            if (taken.stream().anyMatch(it -> overlap(it, box))) continue;
            taken.add(box);
            return new Label(text, place[0], place[1], width);
        }
        return null;
    }

    private static boolean overlap(double[] one, double[] other) {
        return one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];
    }
}
