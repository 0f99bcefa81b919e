package org.wirknetz.analysis.proposals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;

/// The ties that raise the efficiency of the whole network most.
///
/// All choices are tried where these are few; else the best tie is added again and again, looked for among the
/// 500 that bring their two ends nearer to most others.
final class WayShortening {
    private static final int MOST_NODES = 1_000;
    private static final long MOST_WORK = 60_000_000;
    private static final int PROMISING = 500;

    private final Graph graph;
    private final List<int[]> candidates;
    private final int mostEach;
    private final Effort effort;
    private final Proposals.Loads loads = new Proposals.Loads();

    private double bestSum;
    private List<int[]> bestTies = List.of();

    WayShortening(Graph graph, List<int[]> candidates, int mostEach, Effort effort) {
        if (graph.size() > MOST_NODES)
            throw new RefusedInput(
                    RefusedInput.Reason.OUT_OF_RANGE, "The number of organisations", graph.size(), 0, MOST_NODES);
        this.graph = graph;
        this.candidates = candidates;
        this.mostEach = mostEach;
        this.effort = effort;
    }

    Proposal best(int ties) {
        var start = WhatIf.of(graph);
        int wanted = Math.min(Proposals.checked(ties), candidates.size());
        boolean exact = work(wanted) <= MOST_WORK;
        bestSum = start.sumOfInverses();
        if (exact) tryAll(start, 0, wanted, new ArrayList<>());
        else grow(start, wanted);
        double pairs = Math.max(1, graph.size() * (graph.size() - 1.0));
        double after = bestSum / pairs;
        return new Proposal(
                bestTies.stream().map(this::named).toList(),
                start.sumOfInverses() / pairs,
                after,
                exact ? after : Math.min(1, ceiling(start, wanted) / pairs),
                exact);
    }

    private Proposal.Tie named(int[] tie) {
        return new Proposal.Tie(graph.key(tie[0]), graph.key(tie[1]));
    }

    private double work(int ties) {
        return Proposals.choices(candidates.size(), ties) * graph.size() * graph.size();
    }

    private void tryAll(WhatIf now, int from, int left, List<int[]> chosen) {
        double sum = now.sumOfInverses();
        if (sum > bestSum + 1e-9) {
            bestSum = sum;
            bestTies = List.copyOf(chosen);
        }
        if (left == 0) return;
        for (int k = from; k < candidates.size(); k++) {
            if (chosen.isEmpty()) effort.step(k, candidates.size());
            else effort.check();
            var tie = candidates.get(k);
            if (!fits(tie)) continue;
            load(tie, 1);
            chosen.add(tie);
            tryAll(now.withTie(graph.key(tie[0]), graph.key(tie[1])), k + 1, left - 1, chosen);
            chosen.removeLast();
            load(tie, -1);
        }
    }

    private void grow(WhatIf start, int ties) {
        var now = start;
        var chosen = new ArrayList<int[]>();
        for (int round = 0; round < ties; round++) {
            var current = now;
            var open = promising(current);
            var sums = new double[open.size()];
            effort.step(round, ties);
            effort.silently()
                    .forEach(open.size(), k -> sums[k] = sumWith(current.rows(), open.get(k)[0], open.get(k)[1]));
            int best = -1;
            for (int k = 0; k < sums.length; k++) if (sums[k] > (best < 0 ? bestSum : sums[best]) + 1e-9) best = k;
            if (best < 0) break;
            var tie = open.get(best);
            chosen.add(tie);
            load(tie, 1);
            bestSum = sums[best];
            now = now.withTie(graph.key(tie[0]), graph.key(tie[1]));
        }
        effort.step(1, 1);
        bestTies = List.copyOf(chosen);
    }

    /// The candidates by what they bring to their own two ends.
    private List<int[]> promising(WhatIf now) {
        var rows = now.rows();
        record Rated(int[] tie, double gain) {}
        return candidates.stream()
                .filter(tie -> fits(tie) && rows[tie[0]][tie[1]] > 1)
                .map(tie -> new Rated(tie, ownGain(rows[tie[0]], rows[tie[1]]) + ownGain(rows[tie[1]], rows[tie[0]])))
                .sorted(Comparator.comparingDouble(Rated::gain).reversed())
                .limit(PROMISING)
                .map(Rated::tie)
                .toList();
    }

    private static double ownGain(int[] own, int[] partner) {
        double gain = 0;
        for (int v = 0; v < own.length; v++) {
            int over = partner[v] + 1;
            if (over < own[v]) gain += 1.0 / over - (own[v] >= WhatIf.FAR ? 0 : 1.0 / own[v]);
        }
        return gain;
    }

    private static double sumWith(int[][] rows, int a, int b) {
        double sum = 0;
        for (int u = 0; u < rows.length; u++) {
            var row = rows[u];
            int overA = row[a] + 1, overB = row[b] + 1;
            for (int v = 0; v < row.length; v++) {
                if (u == v) continue;
                int step = Math.min(row[v], Math.min(overA + rows[b][v], overB + rows[a][v]));
                if (step < WhatIf.FAR) sum += 1.0 / step;
            }
        }
        return sum;
    }

    /// No choice can do better than make the tied pairs neighbours and all others second-hand acquaintances.
    private static double ceiling(WhatIf start, int ties) {
        double neighbours = 2.0 * (start.graph().ties() + ties);
        double all = start.rows().length * (start.rows().length - 1.0);
        return Math.min(all, neighbours + Math.max(0, all - neighbours) / 2);
    }

    private boolean fits(int[] tie) {
        return loads.isBelow(tie[0], mostEach) && loads.isBelow(tie[1], mostEach);
    }

    private void load(int[] tie, int change) {
        loads.add(tie[0], change);
        loads.add(tie[1], change);
    }
}
