package org.wirknetz.analysis.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.wirknetz.analysis.Distances;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;

/// New partners that bring one organisation nearest to all others: exact where the choices are few, else lazily
/// greedy.
///
/// A shortest way leaves the organisation only once, so of several new ties each other organisation uses one,
/// the best: the gain is that of choosing sites for facilities, monotone and submodular.
final class PartnerSearch {
    private static final double MOST_WORK = 20_000_000;

    private final Graph graph;
    private final int node;
    private final List<Integer> candidates;
    private final int wanted;
    private final Effort effort;
    private final double[][] inverse;
    private final double[] start;

    private double bestSum = -1;
    private List<Integer> best = List.of();

    PartnerSearch(Graph graph, int node, List<Integer> candidates, int wanted, Effort effort) {
        this.graph = graph;
        this.node = node;
        this.candidates = candidates;
        this.wanted = Math.min(Proposals.checked(wanted), candidates.size());
        this.effort = effort;
        start = inverses(node, 0);
        inverse = new double[candidates.size()][];
    }

    Proposal best() {
        boolean exact = Proposals.choices(candidates.size(), wanted) * graph.size() <= MOST_WORK;
        double atMost;
        if (exact) {
            tryAll(start, 0, wanted, new ArrayList<>());
            atMost = bestSum;
        } else atMost = grow();
        effort.step(1, 1);
        double others = Math.max(1, graph.size() - 1.0);
        return new Proposal(
                best.stream()
                        .map(k -> new Proposal.Tie(graph.key(node), graph.key(candidates.get(k))))
                        .toList(),
                sum(start) / others,
                bestSum / others,
                Math.min(1, atMost / others),
                exact);
    }

    /// Among equal choices the one with fewer ties, so that no tie is proposed that helps nothing.
    private void tryAll(double[] reached, int from, int left, List<Integer> chosen) {
        double sum = sum(reached);
        if (sum > bestSum + 1e-9) {
            bestSum = sum;
            best = List.copyOf(chosen);
        }
        if (left == 0) return;
        for (int k = from; k < inverse.length; k++) {
            if (chosen.isEmpty()) effort.step(k, inverse.length);
            chosen.add(k);
            tryAll(larger(reached, over(k)), k + 1, left - 1, chosen);
            chosen.removeLast();
        }
    }

    private record Rated(int candidate, double gain, int round) {}

    /// A gain known from an earlier round is an upper bound now; only the head of the queue is computed anew.
    /// The answer is a bound on every choice: what is reached, and as many of the largest gains as there were
    /// ties.
    private double grow() {
        var reached = start;
        var queue = new PriorityQueue<Rated>(
                Comparator.comparingDouble(Rated::gain).reversed().thenComparingInt(Rated::candidate));
        for (int k = 0; k < inverse.length; k++) {
            effort.step(k, inverse.length);
            queue.add(new Rated(k, gain(reached, over(k)), 0));
        }
        double atMost = Double.POSITIVE_INFINITY;
        var chosen = new ArrayList<Integer>();
        while (chosen.size() < wanted && !queue.isEmpty()) {
            effort.check();
            if (chosen.isEmpty())
                atMost = sum(start)
                        + queue.stream()
                                .sorted(queue.comparator())
                                .limit(wanted)
                                .mapToDouble(Rated::gain)
                                .sum();
            var head = queue.poll();
            if (head.round() < chosen.size()) {
                queue.add(new Rated(head.candidate(), gain(reached, over(head.candidate())), chosen.size()));
                continue;
            }
            if (head.gain() <= 1e-9) break;
            chosen.add(head.candidate());
            reached = larger(reached, over(head.candidate()));
        }
        bestSum = sum(reached);
        best = List.copyOf(chosen);
        double provenByGreed = sum(start) + (bestSum - sum(start)) / (1 - 1 / Math.E);
        return Math.max(bestSum, Math.min(atMost, provenByGreed));
    }

    private double[] over(int candidate) {
        var known = inverse[candidate];
        if (known == null) inverse[candidate] = known = inverses(candidates.get(candidate), 1);
        return known;
    }

    private double[] inverses(int source, int more) {
        var distances = Distances.from(graph, source);
        var values = new double[graph.size()];
        for (int v = 0; v < values.length; v++) {
            int steps = distances.to(v);
            values[v] = v == node || steps == Distances.UNREACHED || steps + more == 0 ? 0 : 1.0 / (steps + more);
        }
        return values;
    }

    private static double gain(double[] reached, double[] over) {
        double gain = 0;
        for (int v = 0; v < reached.length; v++) if (over[v] > reached[v]) gain += over[v] - reached[v];
        return gain;
    }

    private static double[] larger(double[] one, double[] other) {
        var larger = one.clone();
        for (int v = 0; v < larger.length; v++) larger[v] = Math.max(larger[v], other[v]);
        return larger;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) sum += value;
        return sum;
    }
}
