package org.wirknetz.networkcheck.check;

import java.util.Locale;

/// A [Sketch] as inline SVG, readable without colour and with its names as titles.
final class SvgDrawing {
    private SvgDrawing() {}

    static String of(Sketch sketch, String title, String description) {
        var svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(Sketch.WIDTH)
                .append(' ')
                .append(Sketch.HEIGHT)
                .append("\" role=\"img\" aria-labelledby=\"drawing-title drawing-text\">\n<title id=\"drawing-title\">")
                .append(escaped(title))
                .append("</title><desc id=\"drawing-text\">")
                .append(escaped(description))
                .append("</desc>\n<g class=\"lines\">\n");
        boolean some = sketch.lines().stream().anyMatch(Sketch.Line::both);
        for (var line : sketch.lines()) {
            svg.append("<line x1=\"")
                    .append(number(line.x1()))
                    .append("\" y1=\"")
                    .append(number(line.y1()))
                    .append("\" x2=\"")
                    .append(number(line.x2()))
                    .append("\" y2=\"")
                    .append(number(line.y2()))
                    .append(some && !line.both() ? "\" class=\"one\"/>\n" : "\"/>\n");
        }
        svg.append("</g>\n<g class=\"nodes\">\n");
        for (var node : sketch.nodes()) {
            svg.append("<g><title>")
                    .append(escaped(node.name()))
                    .append("</title>")
                    .append(shape(node.shape(), node.x(), node.y(), node.size()))
                    .append("</g>\n");
        }
        svg.append("</g>\n<g class=\"labels\">\n");
        for (var node : sketch.nodes()) {
            var label = node.label();
            if (label == null) continue;
            svg.append("<text x=\"")
                    .append(number(label.x()))
                    .append("\" y=\"")
                    .append(number(label.y()))
                    .append("\">")
                    .append(escaped(label.text()))
                    .append("</text>\n");
        }
        return svg.append("</g>\n</svg>").toString();
    }

    /// The sign of a group for the legend.
    static String sign(int shape) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"sign\" viewBox=\"0 0 24 24\" aria-hidden=\"true\">"
                + shape(shape, 12, 12, 7) + "</svg>";
    }

    private static String shape(int shape, double x, double y, double size) {
        var corners = Shapes.corners(shape, x, y, size);
        var fill = "\" fill=\"" + Shapes.colour(shape) + "\"/>";
        if (corners.length == 0) {
            return "<circle cx=\"" + number(x) + "\" cy=\"" + number(y) + "\" r=\"" + number(size) + fill;
        }
        var points = new StringBuilder();
        for (var corner : corners) {
            if (!points.isEmpty()) points.append(' ');
            points.append(number(corner[0])).append(',').append(number(corner[1]));
        }
        return "<polygon points=\"" + points + fill;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
