package org.wirknetz.analysis.layout;

import org.wirknetz.analysis.Effort;

/// ForceAtlas2 (Jacomy, Venturini, Heymann and Bastian 2014): all push each other away by degree, ties pull,
/// with the authors' adaptive speed. Pushing is by Barnes and Hut's tree, so a round costs O(n log n + m).
/// Deterministic for any number of threads: every node's force is added up by one of them in a fixed order.
final class ForceAtlas {
    private static final double PUSH = 2;
    private static final double GRAVITY = 1;
    private static final int CHUNK = 512;

    private final Links links;
    private final Rounds rounds;
    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] beforeX;
    private final double[] beforeY;
    private double speed = 1;
    private double efficiency = 1;

    private ForceAtlas(Links links, double[] x, double[] y, Rounds rounds) {
        int n = links.size();
        this.rounds = rounds;
        this.links = links;
        this.x = x;
        this.y = y;
        mass = new double[n];
        for (int i = 0; i < n; i++) mass[i] = 1 + links.degree(i);
        forceX = new double[n];
        forceY = new double[n];
        beforeX = new double[n];
        beforeY = new double[n];
    }

    /// Positions come back in the scale in which they came in.
    static void run(Links links, double[] x, double[] y, int iterations, Rounds rounds) {
        double scale = balance(links, x, y);
        multiply(x, scale);
        multiply(y, scale);
        var forces = new ForceAtlas(links, x, y, rounds);
        for (int i = 0; i < iterations; i++) {
            rounds.round(i, iterations, x.length);
            forces.round();
        }
        multiply(x, 1 / scale);
        multiply(y, 1 / scale);
    }

    /// The scale at which pushes and pulls are in balance (the virial of both is equal), so that no round is
    /// lost on growing or shrinking.
    private static double balance(Links links, double[] x, double[] y) {
        double pull = 0, masses = 0, squares = 0;
        for (int i = 0; i < links.size(); i++) {
            double mass = 1 + links.degree(i);
            masses += mass;
            squares += mass * mass;
            for (int slot = links.offsets()[i]; slot < links.offsets()[i + 1]; slot++) {
                double dx = x[i] - x[links.targets()[slot]], dy = y[i] - y[links.targets()[slot]];
                pull += dx * dx + dy * dy;
            }
        }
        return pull < 1e-12 ? 1 : Math.sqrt(PUSH * (masses * masses - squares) / pull);
    }

    private static void multiply(double[] values, double factor) {
        for (int i = 0; i < values.length; i++) values[i] *= factor;
    }

    private void round() {
        var tree = new PointTree(x, y, mass);
        int n = links.size();
        int chunks = (n + CHUNK - 1) / CHUNK;
        (chunks > 3 ? rounds.silent() : Effort.threads(1)).forEach(chunks, chunk -> {
            for (int at = chunk * CHUNK; at < Math.min(n, (chunk + 1) * CHUNK); at++) sum(tree, at);
        });
        move();
    }

    private void sum(PointTree tree, int place) {
        int i = tree.point(place);
        double fx = 0, fy = 0;
        for (int slot = links.offsets()[i]; slot < links.offsets()[i + 1]; slot++) {
            int j = links.targets()[slot];
            fx -= x[i] - x[j];
            fy -= y[i] - y[j];
        }
        double fromMiddle = Math.sqrt(x[i] * x[i] + y[i] * y[i]);
        if (fromMiddle > 1e-9) {
            fx -= GRAVITY * mass[i] * x[i] / fromMiddle;
            fy -= GRAVITY * mass[i] * y[i] / fromMiddle;
        }
        forceX[i] = fx;
        forceY[i] = fy;
        tree.push(place, PUSH * mass[i], forceX, forceY);
    }

    private void move() {
        int n = links.size();
        double swinging = 0, traction = 0;
        for (int i = 0; i < n; i++) {
            swinging += mass[i] * Math.hypot(forceX[i] - beforeX[i], forceY[i] - beforeY[i]);
            traction += mass[i] * Math.hypot(forceX[i] + beforeX[i], forceY[i] + beforeY[i]) / 2;
        }
        adapt(n, Math.max(1e-12, swinging), Math.max(1e-12, traction));
        for (int i = 0; i < n; i++) {
            double own = mass[i] * Math.hypot(forceX[i] - beforeX[i], forceY[i] - beforeY[i]);
            double factor = speed / (1 + Math.sqrt(speed * own));
            x[i] += factor * forceX[i];
            y[i] += factor * forceY[i];
            beforeX[i] = forceX[i];
            beforeY[i] = forceY[i];
        }
    }

    /// The authors' rule: as fast as the jitter allows.
    private void adapt(int n, double swinging, double traction) {
        double estimated = 0.05 * Math.sqrt(n);
        double jitter = Math.max(Math.sqrt(estimated), Math.min(10, estimated * traction / ((double) n * n)));
        if (swinging / traction > 2) {
            if (efficiency > 0.05) efficiency *= 0.5;
            jitter = Math.max(jitter, 1);
        }
        double target = jitter * efficiency * traction / swinging;
        if (swinging > jitter * traction) {
            if (efficiency > 0.05) efficiency *= 0.7;
        } else if (speed < 1000) efficiency *= 1.3;
        speed += Math.min(target - speed, 0.5 * speed);
    }
}
