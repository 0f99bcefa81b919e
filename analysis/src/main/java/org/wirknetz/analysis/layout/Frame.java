package org.wirknetz.analysis.layout;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Graph;

/// Leads from the map's coordinates to units of a tie's length and back. Where there are previous positions
/// both stay the same, so that nothing jumps only because the picture grew.
final class Frame {
    /// Old places in units of a tie's length; `x` and `y` are NaN for newcomers, who start among their
    /// partners.
    record Anchors(double[] x, double[] y, double[] startX, double[] startY) {}

    private static final double MARGIN = 0.05;
    private static final double FEW = 0.1;

    private final double scale;

    private Frame(double scale) {
        this.scale = scale;
    }

    /// The scale at which the previous positions fit the steps best, by least squares over pairs up to three
    /// steps apart.
    static Frame of(Links links, Map<String, Point> previous, Graph graph) {
        if (previous.isEmpty()) return new Frame(1);
        double along = 0, square = 0;
        var queue = new int[links.size()];
        int stride = Math.max(1, links.size() / 500);
        for (int i = 0; i < links.size(); i += stride) {
            var here = previous.get(graph.key(i));
            if (here == null) continue;
            var steps = links.steps(i, queue);
            for (int j = 0; j < links.size(); j++) {
                if (steps[j] < 1) continue;
                var there = previous.get(graph.key(j));
                if (there == null) continue;
                double ratio = Math.hypot(here.x() - there.x(), here.y() - there.y()) / steps[j];
                along += ratio;
                square += ratio * ratio;
            }
        }
        return new Frame(square < 1e-12 ? 1 : along / square);
    }

    @Nullable
    Anchors anchors(int[] nodes, Links part, Graph graph, Map<String, Point> previous) {
        var ax = new double[nodes.length];
        var ay = new double[nodes.length];
        int known = 0;
        for (int i = 0; i < nodes.length; i++) {
            var point = previous.get(graph.key(nodes[i]));
            ax[i] = point == null ? Double.NaN : point.x() * scale;
            ay[i] = point == null ? Double.NaN : point.y() * scale;
            if (point != null) known++;
        }
        if (known == 0) return null;
        var startX = ax.clone();
        var startY = ay.clone();
        for (int missing = nodes.length - known; missing > 0; ) missing -= enter(part, startX, startY);
        return new Anchors(ax, ay, startX, startY);
    }

    /// Puts newcomers with a placed partner at the mean of those partners, a little apart from each other.
    private static int enter(Links part, double[] x, double[] y) {
        var placedX = x.clone();
        int entered = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(placedX[i])) continue;
            double sumX = 0, sumY = 0;
            int partners = 0;
            for (int slot = part.offsets()[i]; slot < part.offsets()[i + 1]; slot++) {
                int partner = part.targets()[slot];
                if (Double.isNaN(placedX[partner])) continue;
                sumX += x[partner];
                sumY += y[partner];
                partners++;
            }
            if (partners == 0) continue;
            x[i] = sumX / partners + 0.3 * Math.cos(2.4 * i);
            y[i] = sumY / partners + 0.3 * Math.sin(2.4 * i);
            entered++;
        }
        return entered;
    }

    /// Back onto the map, with a margin for those who come later. A picture that is held stays where it was: a
    /// few who stand outside are put on the edge, only where they are many the whole shrinks.
    void fit(double[] x, double[] y, boolean held) {
        if (x.length == 0) return;
        if (held) {
            multiply(x, 1 / scale);
            multiply(y, 1 / scale);
            if (outside(x, y) <= FEW * x.length) {
                for (int i = 0; i < x.length; i++) {
                    x[i] = Math.clamp(x[i], 0, Layout.WIDTH);
                    y[i] = Math.clamp(y[i], 0, Layout.HEIGHT);
                }
                return;
            }
        }
        var all = java.util.stream.IntStream.range(0, x.length).toArray();
        var box = Box.of(x, y, all);
        double inner = 1 - 2 * MARGIN;
        double factor = Math.min(
                Layout.WIDTH * inner / Math.max(1e-9, box.width()),
                Layout.HEIGHT * inner / Math.max(1e-9, box.height()));
        for (int i = 0; i < x.length; i++) {
            x[i] = Layout.WIDTH / 2 + (x[i] - (box.left() + box.right()) / 2) * factor;
            y[i] = Layout.HEIGHT / 2 + (y[i] - (box.top() + box.bottom()) / 2) * factor;
        }
    }

    private static void multiply(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) values[i] *= factor;
    }

    private static int outside(double[] x, double[] y) {
        int count = 0;
        for (int i = 0; i < x.length; i++)
            if (x[i] < 0 || x[i] > Layout.WIDTH || y[i] < 0 || y[i] > Layout.HEIGHT) count++;
        return count;
    }
}
