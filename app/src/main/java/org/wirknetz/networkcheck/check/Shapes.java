package org.wirknetz.networkcheck.check;

import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/// Eight colours and eight shapes for actor groups: colour alone would shut out the colour-blind and every
/// black-and-white print.
/// The colours are those of the pages on light ground.
final class Shapes {
    private static final String[] COLOURS = {
        "#5b6470", "#2435a6", "#257777", "#429a61", "#995f00", "#882b25", "#bb6dc1", "#5a2e63", "#8f43ec"
    };

    private Shapes() {}

    static String colour(int shape) {
        return COLOURS[shape];
    }

    /// Corner points of the shape around a centre; empty for circles.
    static double[][] corners(int shape, double x, double y, double size) {
        return switch (shape) {
            case 2 -> regular(4, Math.PI / 4, x, y, size * 1.2);
            case 3 -> regular(3, -Math.PI / 2, x, y, size * 1.35);
            case 4 -> regular(4, 0, x, y, size * 1.3);
            case 5 -> regular(3, Math.PI / 2, x, y, size * 1.35);
            case 6 -> regular(6, 0, x, y, size * 1.1);
            case 7 -> star(5, x, y, size * 1.4);
            case 8 -> cross(x, y, size * 1.1);
            default -> new double[0][];
        };
    }

    static Shape shape(int shape, double x, double y, double size) {
        var corners = corners(shape, x, y, size);
        if (corners.length == 0) return new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size);
        var path = new Path2D.Double();
        path.moveTo(corners[0][0], corners[0][1]);
        for (int i = 1; i < corners.length; i++) path.lineTo(corners[i][0], corners[i][1]);
        path.closePath();
        return path;
    }

    private static double[][] regular(int corners, double start, double x, double y, double radius) {
        var points = new double[corners][];
        for (int i = 0; i < corners; i++) points[i] = point(start + i * 2 * Math.PI / corners, x, y, radius);
        return points;
    }

    private static double[][] star(int tips, double x, double y, double radius) {
        var points = new double[2 * tips][];
        for (int i = 0; i < points.length; i++) {
            points[i] = point(-Math.PI / 2 + i * Math.PI / tips, x, y, i % 2 == 0 ? radius : radius * 0.5);
        }
        return points;
    }

    private static double[][] cross(double x, double y, double size) {
        double thin = size * 0.4;
        return new double[][] {
            {x - thin, y - size}, {x + thin, y - size}, {x + thin, y - thin}, {x + size, y - thin},
            {x + size, y + thin}, {x + thin, y + thin}, {x + thin, y + size}, {x - thin, y + size},
            {x - thin, y + thin}, {x - size, y + thin}, {x - size, y - thin}, {x - thin, y - thin}
        };
    }

    // The machine's own sine may differ in the last digit; the picture must not.
    private static double[] point(double angle, double x, double y, double radius) {
        return new double[] {x + radius * StrictMath.cos(angle), y + radius * StrictMath.sin(angle)};
    }
}
