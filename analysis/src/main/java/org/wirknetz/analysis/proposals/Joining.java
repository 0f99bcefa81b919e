package org.wirknetz.analysis.proposals;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;

/// Ties between components: always the allowed pair that joins the most, that is, whose two components are
/// largest; among those the pair with most partners.
///
/// Without rules this is the best choice: k ties join at most k + 1 components, and no k + 1 are larger than
/// the largest.
final class Joining {
    interface Allowed {
        boolean mayTie(int one, int other);
    }

    private final Graph graph;
    private final Allowed allowed;
    private final int mostEach;
    private final Effort effort;
    private final Proposals.Loads loads = new Proposals.Loads();
    private boolean restricted;

    Joining(Graph graph, Allowed allowed, int mostEach, Effort effort) {
        this.graph = graph;
        this.allowed = allowed;
        this.mostEach = mostEach;
        this.effort = effort;
    }

    Proposal best(int ties) {
        var now = graph;
        var chosen = new ArrayList<Proposal.Tie>();
        while (chosen.size() < ties) {
            effort.step(chosen.size(), ties);
            var tie = best(now);
            if (tie.length == 0) break;
            loads.add(tie[0], 1);
            loads.add(tie[1], 1);
            chosen.add(new Proposal.Tie(graph.key(tie[0]), graph.key(tie[1])));
            now = now.withTie(tie[0], tie[1]);
        }
        effort.step(1, 1);
        double before = Proposals.pairsJoined(graph), after = Proposals.pairsJoined(now);
        return new Proposal(List.copyOf(chosen), before, after, restricted ? ceiling(ties) : after, !restricted);
    }

    private int[] best(Graph now) {
        var components = Components.of(now).partition();
        var size = new long[components.count()];
        for (int group : components.toArray()) size[group]++;
        int[] best = {};
        long most = 0, partners = 0;
        long largest = size.length > 1 ? size[0] * size[1] : 0;
        for (int i = 0; i < now.size(); i++) {
            effort.check();
            for (int j = i + 1; j < now.size(); j++) {
                if (components.group(i) == components.group(j)) continue;
                long joined = size[components.group(i)] * size[components.group(j)];
                long degrees = now.degree(i) + now.degree(j);
                if (joined < most || (joined == most && degrees <= partners && best.length > 0)) continue;
                if (!loads.isBelow(i, mostEach) || !loads.isBelow(j, mostEach) || !allowed.mayTie(i, j)) continue;
                most = joined;
                partners = degrees;
                best = new int[] {i, j};
            }
        }
        // A smaller pair of components than the two largest was taken: a rule stood in the way.
        restricted |= most < largest;
        return best;
    }

    private double ceiling(int ties) {
        var groups = Components.of(graph).members();
        double n = graph.size(), joined = 0, together = 0;
        for (int g = 0; g < groups.size(); g++) {
            double size = groups.get(g).size();
            if (g <= ties) together += size;
            else joined += size * (size - 1);
        }
        return n < 2 ? 0 : (joined + together * (together - 1)) / (n * (n - 1));
    }
}
