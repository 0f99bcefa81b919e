package org.wirknetz.analysis;

/// Who is tied to those who are well tied themselves: the leading eigenvector of the ties, scaled so that the
/// largest value of each component is 1 (Bonacich 1972), on the undirected graph.
///
/// Only comparable within a component, so each is measured apart; undefined for isolates.
///
/// Cost O(m) a round, the more rounds the closer the two largest eigenvalues are.
public final class Eigenvector {
    private static final double PRECISION = 1e-12;
    private static final int MOST_ROUNDS = 100_000;

    private Eigenvector() {}

    public static NodeValues of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static NodeValues of(Graph graph, Effort effort) {
        var either = graph.undirected();
        int n = either.size();
        var component = Components.of(either).partition();
        var value = new double[n];
        var next = new double[n];
        java.util.Arrays.fill(value, 1);
        double change = 1;
        for (int round = 0; round < MOST_ROUNDS && change > PRECISION; round++) {
            effort.step(round, MOST_ROUNDS);
            var largest = new double[component.count()];
            for (int i = 0; i < n; i++) {
                // Adding the own value shifts all eigenvalues by one, so that two-sided networks settle too.
                double sum = value[i];
                for (int slot = either.out.offsets[i]; slot < either.out.offsets[i + 1]; slot++)
                    sum += value[either.out.targets[slot]];
                next[i] = sum;
                largest[component.raw(i)] = Math.max(largest[component.raw(i)], sum);
            }
            change = 0;
            for (int i = 0; i < n; i++) {
                double scaled = next[i] / largest[component.raw(i)];
                change = Math.max(change, Math.abs(scaled - value[i]));
                value[i] = scaled;
            }
        }
        effort.step(1, 1);
        for (int i = 0; i < n; i++) if (either.degree(i) == 0) value[i] = Double.NaN;
        return new NodeValues(either, value);
    }
}
