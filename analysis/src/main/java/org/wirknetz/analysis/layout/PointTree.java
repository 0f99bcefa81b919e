package org.wirknetz.analysis.layout;

/// Points in a quadtree (Barnes and Hut 1986), laid flat in the order of a walk: a cell is followed by its
/// parts, and knows where to go on if it is far enough away to count as one point.
final class PointTree {
    private static final int BITS = 16;
    private static final int LEAF = 8;
    private static final double THETA_SQUARED = 1.2 * 1.2;

    private final int[] order;
    private final int[] code;
    private final double[] px;
    private final double[] py;
    private final double[] pm;
    private double[] cellX;
    private double[] cellY;
    private double[] cellMass;
    private double[] cellSide;
    private int[] next;
    private int[] first;
    private int[] last;
    private int cells;

    PointTree(double[] x, double[] y, double[] mass) {
        int n = x.length;
        order = new int[n];
        code = new int[n];
        double side = encode(x, y);
        sort(n);
        px = new double[n];
        py = new double[n];
        pm = new double[n];
        for (int at = 0; at < n; at++) {
            px[at] = x[order[at]];
            py[at] = y[order[at]];
            pm[at] = mass[order[at]];
        }
        int room = Math.max(16, n);
        cellX = new double[room];
        cellY = new double[room];
        cellMass = new double[room];
        cellSide = new double[room];
        next = new int[room];
        first = new int[room];
        last = new int[room];
        if (n > 0) build(0, n, 2 * BITS, side);
    }

    /// The point that stands at a place of the order in which near points are near.
    int point(int at) {
        return order[at];
    }

    /// Adds to the force on the point at that place the push of all others.
    void push(int place, double strength, double[] forceX, double[] forceY) {
        double x = px[place], y = py[place];
        double fx = 0, fy = 0;
        for (int cell = 0; cell < cells; ) {
            double dx = x - cellX[cell], dy = y - cellY[cell];
            double square = dx * dx + dy * dy;
            if (cellSide[cell] * cellSide[cell] < THETA_SQUARED * square) {
                double force = cellMass[cell] / square;
                fx += dx * force;
                fy += dy * force;
                cell = next[cell];
            } else if (first[cell] >= 0) {
                for (int at = first[cell]; at < last[cell]; at++) {
                    if (at == place) continue;
                    double ex = x - px[at], ey = y - py[at];
                    double near = ex * ex + ey * ey;
                    if (near < 1e-12) {
                        // Two at the same place part in a fixed direction.
                        ex = at < place ? 1e-3 : -1e-3;
                        near = 1e-6;
                    }
                    double force = pm[at] / near;
                    fx += ex * force;
                    fy += ey * force;
                }
                cell = next[cell];
            } else cell++;
        }
        forceX[order[place]] += strength * fx;
        forceY[order[place]] += strength * fy;
    }

    private double encode(double[] x, double[] y) {
        double left = Double.POSITIVE_INFINITY, top = left, right = Double.NEGATIVE_INFINITY, bottom = right;
        for (int i = 0; i < x.length; i++) {
            left = Math.min(left, x[i]);
            right = Math.max(right, x[i]);
            top = Math.min(top, y[i]);
            bottom = Math.max(bottom, y[i]);
        }
        double side = Math.max(1e-9, Math.max(right - left, bottom - top));
        double cells = ((1 << BITS) - 1) / side;
        for (int i = 0; i < x.length; i++) {
            code[i] = interleave((int) ((x[i] - left) * cells)) | interleave((int) ((y[i] - top) * cells)) << 1;
            order[i] = i;
        }
        return side;
    }

    private static int interleave(int value) {
        int spread = value;
        spread = (spread | spread << 8) & 0x00FF00FF;
        spread = (spread | spread << 4) & 0x0F0F0F0F;
        spread = (spread | spread << 2) & 0x33333333;
        return (spread | spread << 1) & 0x55555555;
    }

    /// Radix sort by code, eleven bits at a time.
    private void sort(int n) {
        var fromCode = code.clone();
        var from = order.clone();
        var toCode = new int[n];
        var to = new int[n];
        for (int shift = 0; shift < 33; shift += 11) {
            var start = new int[2049];
            for (int c : fromCode) start[(c >>> shift & 2047) + 1]++;
            for (int b = 0; b < 2048; b++) start[b + 1] += start[b];
            for (int i = 0; i < n; i++) {
                int place = start[fromCode[i] >>> shift & 2047]++;
                toCode[place] = fromCode[i];
                to[place] = from[i];
            }
            var swapCode = fromCode;
            fromCode = toCode;
            toCode = swapCode;
            var swap = from;
            from = to;
            to = swap;
        }
        System.arraycopy(fromCode, 0, code, 0, n);
        System.arraycopy(from, 0, order, 0, n);
    }

    private void build(int from, int to, int bits, double side) {
        int cell = cells++;
        ensureRoom();
        cellSide[cell] = side;
        first[cell] = -1;
        if (to - from <= LEAF || bits == 0) {
            first[cell] = from;
            last[cell] = to;
        } else {
            int start = from;
            for (int quarter = 0; quarter < 4 && start < to; quarter++) {
                int end = start;
                while (end < to && (code[end] >>> (bits - 2) & 3) == quarter) end++;
                if (end > start) build(start, end, bits - 2, side / 2);
                start = end;
            }
        }
        double mass = 0, sumX = 0, sumY = 0;
        for (int at = from; at < to; at++) {
            mass += pm[at];
            sumX += pm[at] * px[at];
            sumY += pm[at] * py[at];
        }
        cellMass[cell] = mass;
        cellX[cell] = sumX / mass;
        cellY[cell] = sumY / mass;
        next[cell] = cells;
    }

    private void ensureRoom() {
        if (cells <= cellX.length) return;
        int room = cellX.length * 2;
        cellX = java.util.Arrays.copyOf(cellX, room);
        cellY = java.util.Arrays.copyOf(cellY, room);
        cellMass = java.util.Arrays.copyOf(cellMass, room);
        cellSide = java.util.Arrays.copyOf(cellSide, room);
        next = java.util.Arrays.copyOf(next, room);
        first = java.util.Arrays.copyOf(first, room);
        last = java.util.Arrays.copyOf(last, room);
    }
}
