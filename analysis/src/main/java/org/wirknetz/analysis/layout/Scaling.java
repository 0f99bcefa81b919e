package org.wirknetz.analysis.layout;

import java.util.Arrays;

/// Positions whose distances follow the steps between nodes as far as two dimensions allow: classical scaling
/// over pivots (Brandes and Pich 2007; with every node a pivot it is Torgerson's). Deterministic: pivots are
/// the nodes farthest from those taken before, the power iteration starts from fixed numbers.
final class Scaling {
    private static final int MOST_PIVOTS = 100;
    private static final int ROUNDS = 100;

    private Scaling() {}

    static void place(Links links, double[] x, double[] y) {
        int n = links.size();
        int pivots = Math.min(n, MOST_PIVOTS);
        var centred = centred(farApart(links, pivots), n);
        var products = products(centred, n);
        var first = leading(products, null);
        var second = leading(products, first);
        project(centred, first, x);
        project(centred, second, y);
        rescale(links, x, y);
    }

    private static double[][] farApart(Links links, int pivots) {
        int n = links.size();
        var squared = new double[pivots][n];
        var nearest = new int[n];
        var queue = new int[n];
        Arrays.fill(nearest, Integer.MAX_VALUE);
        int pivot = 0;
        for (int i = 1; i < n; i++) if (links.degree(i) > links.degree(pivot)) pivot = i;
        for (int p = 0; p < pivots; p++) {
            var steps = links.steps(pivot, queue);
            int next = 0;
            for (int i = 0; i < n; i++) {
                squared[p][i] = (double) steps[i] * steps[i];
                nearest[i] = Math.min(nearest[i], steps[i]);
                if (nearest[i] > nearest[next]) next = i;
            }
            pivot = next;
        }
        return squared;
    }

    private static double[][] centred(double[][] squared, int n) {
        int k = squared.length;
        var rowMean = new double[k];
        var columnMean = new double[n];
        double mean = 0;
        for (int p = 0; p < k; p++)
            for (int i = 0; i < n; i++) {
                rowMean[p] += squared[p][i] / n;
                columnMean[i] += squared[p][i] / k;
                mean += squared[p][i] / n / k;
            }
        for (int p = 0; p < k; p++)
            for (int i = 0; i < n; i++) squared[p][i] = -0.5 * (squared[p][i] - rowMean[p] - columnMean[i] + mean);
        return squared;
    }

    private static double[][] products(double[][] rows, int n) {
        int k = rows.length;
        var products = new double[k][k];
        for (int p = 0; p < k; p++)
            for (int q = p; q < k; q++) {
                double sum = 0;
                for (int i = 0; i < n; i++) sum += rows[p][i] * rows[q][i];
                products[p][q] = products[q][p] = sum;
            }
        return products;
    }

    private static double[] leading(double[][] matrix, double @org.jspecify.annotations.Nullable [] orthogonalTo) {
        int k = matrix.length;
        var vector = new double[k];
        for (int p = 0; p < k; p++) vector[p] = Math.sin(1 + 1.7 * p);
        for (int round = 0; round < ROUNDS; round++) {
            var next = new double[k];
            for (int p = 0; p < k; p++) for (int q = 0; q < k; q++) next[p] += matrix[p][q] * vector[q];
            if (orthogonalTo != null) {
                double along = 0;
                for (int p = 0; p < k; p++) along += next[p] * orthogonalTo[p];
                for (int p = 0; p < k; p++) next[p] -= along * orthogonalTo[p];
            }
            double length = 0;
            for (double value : next) length += value * value;
            length = Math.sqrt(length);
            if (length < 1e-9) return new double[k];
            for (int p = 0; p < k; p++) vector[p] = next[p] / length;
        }
        return vector;
    }

    private static void project(double[][] rows, double[] vector, double[] out) {
        for (int i = 0; i < out.length; i++) {
            double sum = 0;
            for (int p = 0; p < rows.length; p++) sum += rows[p][i] * vector[p];
            // A fixed trace of difference parts nodes that see the same distances, such as the leaves of a star.
            out[i] = sum + 1e-3 * Math.sin(1.3 * i + vector.length);
        }
        int far = 0;
        for (int i = 1; i < out.length; i++) if (Math.abs(out[i]) > Math.abs(out[far]) + 1e-9) far = i;
        if (out[far] > 0) for (int i = 0; i < out.length; i++) out[i] = -out[i];
    }

    /// Makes a tie one unit long on average.
    private static void rescale(Links links, double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < links.size(); i++)
            for (int slot = links.offsets()[i]; slot < links.offsets()[i + 1]; slot++) {
                int j = links.targets()[slot];
                sum += Math.hypot(x[i] - x[j], y[i] - y[j]);
            }
        double mean = sum / Math.max(1, links.targets().length);
        if (mean < 1e-12) return;
        for (int i = 0; i < x.length; i++) {
            x[i] /= mean;
            y[i] /= mean;
        }
    }
}
