package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.analysis.layout.Point;

/// The outline around some marks on a map: the convex hull of circles around them, so that two of them
/// have one too.
final class Hull {

    private static final int CORNERS = 12;

    private Hull() {}

    /// As the `d` of an SVG path; empty for nobody.
    static String around(Collection<Point> spots, double reach) {
        var ring = new ArrayList<Point>();
        for (var spot : spots) {
            for (int at = 0; at < CORNERS; at++) {
                double angle = 2 * Math.PI * at / CORNERS;
                ring.add(new Point(spot.x() + reach * Math.cos(angle), spot.y() + reach * Math.sin(angle)));
            }
        }
        if (ring.isEmpty()) return "";
        var path = new StringBuilder();
        for (var corner : convex(ring))
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(MapNames.number(corner.x()))
                    .append(',')
                    .append(MapNames.number(corner.y()));
        return path.append('Z').toString();
    }

    /// Andrew's monotone chain (1979).
    private static List<Point> convex(List<Point> points) {
        var sorted = points.stream()
                .sorted(Comparator.comparingDouble(Point::x).thenComparingDouble(Point::y))
                .toList();
        var hull = new ArrayList<Point>();
        half(sorted, hull);
        half(sorted.reversed(), hull);
        return hull;
    }

    private static void half(List<Point> sorted, List<Point> hull) {
        int begun = hull.size();
        for (var point : sorted) {
            while (hull.size() >= begun + 2 && turn(hull.get(hull.size() - 2), hull.getLast(), point) <= 0)
                hull.removeLast();
            hull.add(point);
        }
        hull.removeLast();
    }

    private static double turn(Point a, Point b, Point c) {
        return (b.x() - a.x()) * (c.y() - a.y()) - (b.y() - a.y()) * (c.x() - a.x());
    }
}
