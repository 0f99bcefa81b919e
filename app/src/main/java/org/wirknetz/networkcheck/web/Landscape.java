package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wirknetz.networkcheck.ActorGroup;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.platform.web.Shapes;
import tools.jackson.databind.JsonNode;

/// The region as a drawing: areas from GeoJSON, projected so that shapes look right where they are (longitude
/// shrunk by
/// the cosine of the middle latitude), and the partners of each area as marks around its middle.
public record Landscape(int height, List<Shape> shapes, List<Mark> marks, List<Label> labels) {

    static final int WIDTH = 960;
    private static final int EDGE = 24;
    private static final double STEP = 13.5;
    private static final double GOLDEN = Math.PI * (3 - Math.sqrt(5));

    /// @param shape the GeoJSON geometry; null where none was given
    record Area(
            UUID id, String name, String level, @Nullable JsonNode shape) {}

    public record Shape(String path, boolean district) {}

    public record Mark(String outline, int colour, String label, String href) {}

    public record Label(String x, String y, String name, int count) {}

    private record Spot(double x, double y) {}

    /// @param members by the identity of their area: a district and a town in it may bear the same name
    static Landscape of(
            List<Area> areas, Map<UUID, List<Member>> members, Map<String, ActorGroup> groups, String base) {
        var rings = new LinkedHashMap<Area, List<List<double[]>>>();
        for (var area : areas) rings.put(area, rings(area.shape()));
        var all = rings.values().stream()
                .flatMap(List::stream)
                .flatMap(List::stream)
                .toList();
        if (all.isEmpty()) return new Landscape(0, List.of(), List.of(), List.of());
        double west = all.stream().mapToDouble(it -> it[0]).min().orElse(0);
        double east = all.stream().mapToDouble(it -> it[0]).max().orElse(1);
        double south = all.stream().mapToDouble(it -> it[1]).min().orElse(0);
        double north = all.stream().mapToDouble(it -> it[1]).max().orElse(1);
        double shrink = Math.cos(Math.toRadians((south + north) / 2));
        double scale = Math.min(
                (WIDTH - 2.0 * EDGE) / Math.max((east - west) * shrink, 1e-9), 620 / Math.max(north - south, 1e-9));
        double left = (WIDTH - (east - west) * shrink * scale) / 2;
        int height = (int) Math.ceil((north - south) * scale + 2 * EDGE);
        java.util.function.Function<double[], Spot> project =
                it -> new Spot(left + (it[0] - west) * shrink * scale, EDGE + (north - it[1]) * scale);
        var shapes = new ArrayList<Shape>();
        var marks = new ArrayList<Mark>();
        var labels = new ArrayList<Label>();
        rings.entrySet().stream()
                .sorted(Comparator.comparing(it -> it.getKey().level().equals("DISTRICT")))
                .forEach(it -> it.getValue()
                        .forEach(ring -> shapes.add(new Shape(
                                path(ring, project), it.getKey().level().equals("DISTRICT")))));
        rings.forEach((area, outline) -> {
            var here = members.getOrDefault(area.id(), List.of());
            if (outline.isEmpty() || (here.isEmpty() && !area.level().equals("DISTRICT"))) return;
            var middle = middle(outline.getFirst().stream().map(project).toList());
            for (int at = 0; at < here.size(); at++) {
                marks.add(mark(here.get(at), around(middle, at), groups, base));
            }
            double below = middle.y() + STEP * Math.sqrt(here.size()) + 20;
            labels.add(new Label(number(middle.x()), number(below), area.name(), here.size()));
        });
        return new Landscape(height, shapes, marks, labels);
    }

    public boolean isEmpty() {
        return shapes.isEmpty();
    }

    private static Spot around(Spot middle, int at) {
        double away = STEP * Math.sqrt(at + 0.5);
        return new Spot(middle.x() + away * Math.cos(at * GOLDEN), middle.y() + away * Math.sin(at * GOLDEN));
    }

    private static Mark mark(Member member, Spot spot, Map<String, ActorGroup> groups, String base) {
        var group = groups.get(member.group());
        return new Mark(
                Shapes.outline(group == null ? 1 : group.shape(), spot.x(), spot.y(), 6.5),
                group == null ? 0 : group.colour(),
                member.name(),
                base + "/organisations/" + member.id());
    }

    /// The middle of the outer ring by area (shoelace); of its points where it has no area.
    private static Spot middle(List<Spot> ring) {
        double twice = 0;
        double x = 0;
        double y = 0;
        for (int at = 0; at < ring.size(); at++) {
            var one = ring.get(at);
            var next = ring.get((at + 1) % ring.size());
            double cross = one.x() * next.y() - next.x() * one.y();
            twice += cross;
            x += (one.x() + next.x()) * cross;
            y += (one.y() + next.y()) * cross;
        }
        if (Math.abs(twice) < 1e-9) return ring.getFirst();
        return new Spot(x / (3 * twice), y / (3 * twice));
    }

    private static String path(List<double[]> ring, java.util.function.Function<double[], Spot> project) {
        var path = new StringBuilder();
        for (var point : ring) {
            var spot = project.apply(point);
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(number(spot.x()))
                    .append(' ')
                    .append(number(spot.y()));
        }
        return path.append('Z').toString();
    }

    private static List<List<double[]>> rings(@Nullable JsonNode shape) {
        if (shape == null) return List.of();
        var geometry = shape.path("type").asString("").equals("Feature") ? shape.path("geometry") : shape;
        var rings = new ArrayList<List<double[]>>();
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> geometry.path("coordinates").forEach(ring -> rings.add(points(ring)));
            case "MultiPolygon" ->
                geometry.path("coordinates").forEach(polygon -> polygon.forEach(ring -> rings.add(points(ring))));
            default -> {}
        }
        rings.removeIf(List::isEmpty);
        return rings;
    }

    private static List<double[]> points(JsonNode ring) {
        var points = new ArrayList<double[]>();
        ring.forEach(point -> points.add(
                new double[] {point.path(0).asDouble(0), point.path(1).asDouble(0)}));
        return points;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
