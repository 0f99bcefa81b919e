package org.wirknetz.analysis.proposals;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;

/// The network as it would be with a tie or an organisation more or less, quickly enough to follow a hand that
/// drags: adding a tie changes the distances in O(n²), taking one away only looks again from where it was on a
/// shortest way.
///
/// Holds all distances: 4 n² bytes, so at most 5,000 organisations. Every change gives a new what-if; the old
/// one stays.
public final class WhatIf {
    private static final int MOST = 5_000;
    static final int FAR = Integer.MAX_VALUE / 4;

    private final Graph graph;
    private final int[][] steps;

    private WhatIf(Graph graph, int[][] steps) {
        this.graph = graph;
        this.steps = steps;
    }

    public static WhatIf of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static WhatIf of(Graph graph, Effort effort) {
        if (graph.size() > MOST)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of organisations", graph.size(), 0, MOST);
        var either = graph.undirected();
        var steps = new int[either.size()][];
        effort.forEach(steps.length, i -> steps[i] = from(either, i));
        return new WhatIf(either, steps);
    }

    /// The undirected network as it would be.
    public Graph graph() {
        return graph;
    }

    public WhatIf withTie(String one, String other) {
        int a = graph.node(one), b = graph.node(other);
        if (a == b) throw new RefusedInput(RefusedInput.Reason.LOOP, one, other);
        if (graph.hasTie(a, b)) return this;
        var nearer = new int[steps.length][];
        for (int u = 0; u < steps.length; u++) nearer[u] = nearer(u, a, b);
        return new WhatIf(graph.withTie(a, b), nearer);
    }

    public WhatIf withoutTie(String one, String other) {
        int a = graph.node(one), b = graph.node(other);
        if (!graph.hasTie(a, b)) return this;
        var less = graph.withoutTie(a, b);
        var changed = new int[steps.length][];
        for (int u = 0; u < steps.length; u++)
            // The tie lies on a shortest way from u only if its ends are not equally far.
            changed[u] = steps[u][a] == steps[u][b] ? steps[u] : from(less, u);
        return new WhatIf(less, changed);
    }

    public WhatIf without(String organisation) {
        return of(graph.without(graph.node(organisation)));
    }

    /// The mean of 1/distance over all pairs; undefined below two organisations.
    public OptionalDouble efficiency() {
        double pairs = steps.length * (steps.length - 1.0);
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of(sumOfInverses() / pairs);
    }

    /// The mean distance of the pairs joined by a way; undefined where there is none.
    public OptionalDouble meanLength() {
        long sum = 0, pairs = 0;
        for (var row : steps)
            for (int step : row)
                if (step > 0 && step < FAR) {
                    sum += step;
                    pairs++;
                }
        return pairs == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) sum / pairs);
    }

    public OptionalInt diameter() {
        int longest = 0;
        for (var row : steps) for (int step : row) if (step < FAR) longest = Math.max(longest, step);
        return longest == 0 ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    public long pairsWithin(int most) {
        long pairs = 0;
        for (var row : steps) for (int step : row) if (step > 0 && step <= most) pairs++;
        return pairs / 2;
    }

    /// Steps between two; empty where there is no way.
    public OptionalInt steps(String one, String other) {
        int step = steps[graph.node(one)][graph.node(other)];
        return step < FAR ? OptionalInt.of(step) : OptionalInt.empty();
    }

    int[][] rows() {
        return steps;
    }

    double sumOfInverses() {
        var count = new long[steps.length + 1];
        for (var row : steps) for (int step : row) if (step > 0 && step < FAR) count[step]++;
        double sum = 0;
        for (int d = 1; d < count.length; d++) sum += (double) count[d] / d;
        return sum;
    }

    private int[] nearer(int u, int a, int b) {
        var row = steps[u].clone();
        int overA = row[a] + 1, overB = row[b] + 1;
        // Only one direction over the new tie can be shorter.
        if (overA < row[b]) for (int v = 0; v < row.length; v++) row[v] = Math.min(row[v], overA + steps[b][v]);
        else if (overB < row[a]) for (int v = 0; v < row.length; v++) row[v] = Math.min(row[v], overB + steps[a][v]);
        return row;
    }

    private static int[] from(Graph graph, int source) {
        var distances = Distances.from(graph, source);
        var row = new int[graph.size()];
        for (int i = 0; i < row.length; i++) row[i] = distances.to(i) == Distances.UNREACHED ? FAR : distances.to(i);
        return row;
    }
}
