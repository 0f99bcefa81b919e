package org.wirknetz.analysis.layout;

/// The rectangle around some nodes.
record Box(double left, double top, double right, double bottom) {
    static Box of(double[] x, double[] y, int[] nodes) {
        double left = Double.POSITIVE_INFINITY, top = left, right = Double.NEGATIVE_INFINITY, bottom = right;
        for (int node : nodes) {
            left = Math.min(left, x[node]);
            right = Math.max(right, x[node]);
            top = Math.min(top, y[node]);
            bottom = Math.max(bottom, y[node]);
        }
        return new Box(left, top, right, bottom);
    }

    double width() {
        return right - left;
    }

    double height() {
        return bottom - top;
    }

    void move(double[] x, double[] y, int[] nodes, double newLeft, double newTop) {
        for (int node : nodes) {
            x[node] += newLeft - left;
            y[node] += newTop - top;
        }
    }
}
