package org.wirknetz.platform.web;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The eight shapes of the actor groups, in the order of the colours `--group-1` to `--group-8`: circle, square,
/// triangle, diamond, pentagon, hexagon, star, cross. Colour never speaks alone.
public final class Shapes {

    private static final double[] CROSS = {
        -.35, -1, .35, -1, .35, -.35, 1, -.35, 1, .35, .35, .35, .35, 1, -.35, 1, -.35, .35, -1, .35, -1, -.35, -.35,
        -.35
    };

    private Shapes() {}

    /// One of the eight colours, for the place of a group in the network's list, counted from 1.
    public static int colour(int place) {
        return Math.floorMod(place - 1, 8) + 1;
    }

    /// One of the eight shapes: like the colour for the first eight groups, then shifted, so that no two groups share
    /// both.
    public static int shape(int place) {
        return Math.floorMod(place - 1 + (place - 1) / 8 * 3, 8) + 1;
    }

    /// The outline as the `d` of an SVG path of about the same area for each group.
    ///
    /// @param group 1 to 8; what lies beyond begins again
    /// @param radius of the circle
    public static String outline(int group, double x, double y, double radius) {
        return switch (Math.floorMod(group - 1, 8)) {
            case 0 -> circle(x, y, radius);
            case 1 -> corners(4, 45, 1.25, x, y, radius);
            case 2 -> corners(3, -90, 1.45, x, y + radius * 0.2, radius);
            case 3 -> corners(4, -90, 1.3, x, y, radius);
            case 4 -> corners(5, -90, 1.15, x, y, radius);
            case 5 -> corners(6, 0, 1.1, x, y, radius);
            case 6 -> star(x, y, radius * 1.4);
            default -> cross(x, y, radius * 1.1);
        };
    }

    private static String circle(double x, double y, double radius) {
        return "M%s %sa%s %s 0 1 0 %s 0a%s %s 0 1 0 %s 0Z"
                .formatted(
                        number(x - radius),
                        number(y),
                        number(radius),
                        number(radius),
                        number(2 * radius),
                        number(radius),
                        number(radius),
                        number(-2 * radius));
    }

    private static String corners(int count, double turn, double stretch, double x, double y, double radius) {
        return path(IntStream.range(0, count)
                .mapToObj(at -> polar(x, y, radius * stretch, turn + 360.0 * at / count))
                .toArray(double[][]::new));
    }

    private static String star(double x, double y, double radius) {
        return path(IntStream.range(0, 10)
                .mapToObj(at -> polar(x, y, at % 2 == 0 ? radius : radius * 0.48, -90 + 36.0 * at))
                .toArray(double[][]::new));
    }

    private static String cross(double x, double y, double radius) {
        return path(IntStream.range(0, CROSS.length / 2)
                .mapToObj(at -> new double[] {x + radius * CROSS[2 * at], y + radius * CROSS[2 * at + 1]})
                .toArray(double[][]::new));
    }

    private static double[] polar(double x, double y, double radius, double degrees) {
        var angle = Math.toRadians(degrees);
        return new double[] {x + radius * Math.cos(angle), y + radius * Math.sin(angle)};
    }

    private static String path(double[][] points) {
        return IntStream.range(0, points.length)
                        .mapToObj(at -> (at == 0 ? "M" : "L") + number(points[at][0]) + " " + number(points[at][1]))
                        .collect(Collectors.joining())
                + "Z";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
