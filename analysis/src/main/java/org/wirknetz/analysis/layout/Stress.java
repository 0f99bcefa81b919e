package org.wirknetz.analysis.layout;

import org.jspecify.annotations.Nullable;

/// Moves every node in turn to the mean of the places where its distances to all others would be right, near
/// ones weighing more (1/d²), until nothing moves: localized stress majorization (Gansner, Koren and North
/// 2004). Anchored nodes are also drawn to their old place.
final class Stress {
    private static final double STILL = 1e-3;
    private static final long MOST_WORK = 20_000_000;
    private static final int MOST_ROUNDS = 200;

    private Stress() {}

    /// One unit is one step. `anchorX` is NaN for nodes without an old place.
    static void relax(
            Links links,
            double[] x,
            double[] y,
            double @Nullable [] anchorX,
            double @Nullable [] anchorY,
            double anchor,
            Rounds told) {
        int n = links.size();
        var steps = new int[n][];
        var queue = new int[n];
        for (int i = 0; i < n; i++) steps[i] = links.steps(i, queue);
        var inverse = new double[n + 1];
        for (int d = 1; d <= n; d++) inverse[d] = 1.0 / d;
        long rounds = Math.clamp(MOST_WORK / Math.max(1L, (long) n * n), 30, MOST_ROUNDS);
        for (int round = 0; round < rounds; round++) {
            told.round(round, rounds, n);
            double farthest = 0;
            for (int i = 0; i < n; i++) {
                var own = steps[i];
                double here = x[i], there = y[i], sumX = 0, sumY = 0, sumWeight = 0;
                for (int j = 0; j < n; j++) {
                    if (j == i) continue;
                    double near = inverse[own[j]];
                    double dx = here - x[j], dy = there - y[j];
                    double length = Math.sqrt(dx * dx + dy * dy);
                    double weight = near * near;
                    double pull = length < 1e-9 ? 0 : near / length;
                    sumX += weight * x[j] + pull * dx;
                    sumY += weight * y[j] + pull * dy;
                    sumWeight += weight;
                }
                if (anchorX != null && anchorY != null && !Double.isNaN(anchorX[i])) {
                    double held = anchor * sumWeight;
                    sumX += held * anchorX[i];
                    sumY += held * anchorY[i];
                    sumWeight += held;
                }
                x[i] = sumX / sumWeight;
                y[i] = sumY / sumWeight;
                farthest = Math.max(farthest, Math.abs(x[i] - here) + Math.abs(y[i] - there));
            }
            if (farthest < STILL) return;
        }
    }

    /// The scale-free normalised stress: how far drawn distances are from steps, 0 if not at all.
    static double of(Links links, double[] x, double[] y) {
        int n = links.size();
        var queue = new int[n];
        double along = 0, square = 0, pairs = 0;
        for (int i = 0; i < n; i++) {
            var own = links.steps(i, queue);
            for (int j = i + 1; j < n; j++) {
                if (own[j] < 1) continue;
                double ratio = Math.hypot(x[i] - x[j], y[i] - y[j]) / own[j];
                along += ratio;
                square += ratio * ratio;
                pairs++;
            }
        }
        return square == 0 ? 1 : 1 - along * along / square / pairs;
    }
}
