package org.wirknetz.analysis.layout;

import java.util.List;

/// Puts drawn parts beside and below each other without overlap.
final class Shelves {
    private final double[] x;
    private final double[] y;
    private double right = Double.NEGATIVE_INFINITY;
    private double bottom = Double.NEGATIVE_INFINITY;
    private double left;
    private double shelfTop;
    private double shelfEnd;
    private double shelfBottom;
    private boolean empty = true;

    Shelves(double[] x, double[] y) {
        this.x = x;
        this.y = y;
    }

    /// A part that stays where it is.
    void keep(int[] nodes) {
        var box = Box.of(x, y, nodes);
        left = empty ? box.left() : Math.min(left, box.left());
        right = Math.max(right, box.right());
        bottom = Math.max(bottom, box.bottom());
        startShelf();
    }

    /// A part that goes next to the last one, or on a new shelf below where that would make the picture too
    /// wide. The largest comes first and makes the first shelf.
    void add(int[] nodes, double gap) {
        var box = Box.of(x, y, nodes);
        if (empty) {
            keep(nodes);
            shelfTop = box.top();
            shelfEnd = box.right();
            shelfBottom = bottom;
            return;
        }
        double widest = Math.max(right - left, 1.5 * (bottom - shelfTop));
        if (shelfEnd + gap + box.width() > left + widest && shelfEnd > left) startShelf();
        double start = shelfEnd <= left ? left : shelfEnd + gap;
        double top = shelfEnd <= left ? shelfBottom + gap : shelfTop;
        if (shelfEnd <= left) shelfTop = top;
        box.move(x, y, nodes, start, top);
        shelfEnd = start + box.width();
        right = Math.max(right, shelfEnd);
        bottom = Math.max(bottom, top + box.height());
    }

    /// Single nodes in rows below everything.
    void row(List<Integer> nodes, double step) {
        if (nodes.isEmpty()) return;
        double start = empty ? 0 : left;
        double width = empty ? Math.sqrt(1.5 * nodes.size()) * step : Math.max(right - left, 4 * step);
        int perRow = Math.max(1, (int) Math.floor(width / step + 1e-9) + 1);
        double top = empty ? 0 : bottom + 1.2 * step;
        for (int i = 0; i < nodes.size(); i++) {
            x[nodes.get(i)] = start + i % perRow * step;
            y[nodes.get(i)] = top + i / perRow * step;
        }
    }

    private void startShelf() {
        empty = false;
        shelfEnd = left;
        shelfBottom = bottom;
        shelfTop = bottom;
    }
}
