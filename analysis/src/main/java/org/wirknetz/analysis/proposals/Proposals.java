package org.wirknetz.analysis.proposals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.BiPredicate;
import org.wirknetz.analysis.Components;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Graph;
import org.wirknetz.analysis.RefusedInput;

/// Which few additional ties would help most, under rules of one's own: who may be proposed to whom, and how
/// many new ties one organisation can bear.
///
/// Exact where all choices can be tried; else tie by tie, always the one that helps most at the time. For the
/// ways of one organisation that is provably at least 1 − 1/e, 63 %, of the best possible gain, since the gain
/// of a tie only falls as others are added (Nemhauser, Wolsey and Fisher 1978; Crescenzi et al. 2016), and most
/// ties need not be looked at again (Minoux 1978).
public final class Proposals {
    private final Graph graph;
    private final BiPredicate<String, String> allowed;
    private final int mostEach;
    private final Effort effort;

    private Proposals(Graph graph, BiPredicate<String, String> allowed, int mostEach, Effort effort) {
        this.graph = graph;
        this.allowed = allowed;
        this.mostEach = mostEach;
        this.effort = effort;
    }

    public static Proposals of(Graph graph) {
        return new Proposals(graph.undirected(), (one, other) -> true, Integer.MAX_VALUE, Effort.threads(1));
    }

    /// Only ties between pairs that pass in both orders of naming.
    public Proposals allowing(BiPredicate<String, String> allowed) {
        return new Proposals(graph, allowed, mostEach, effort);
    }

    /// At most so many new ties for one organisation.
    public Proposals atMostEach(int ties) {
        return new Proposals(graph, allowed, ties, effort);
    }

    public Proposals with(Effort effort) {
        return new Proposals(graph, allowed, mostEach, effort);
    }

    /// The measure is efficiency: the mean of 1/distance over all pairs. At most 1,000 organisations.
    public Proposal shortenWays(int ties) {
        return new WayShortening(graph, candidates(), mostEach, effort).best(ties);
    }

    /// The measure is the efficiency among the others once that organisation is gone: the higher, the less they
    /// depend on it.
    public Proposal dependLessOn(String organisation, int ties) {
        var others = graph.without(graph.node(organisation));
        return new Proposals(others, allowed, mostEach, effort).shortenWays(ties);
    }

    /// New partners for one organisation; the measure is its harmonic centrality, the mean of 1/distance to all
    /// others.
    public Proposal forOne(String organisation, int ties) {
        int node = graph.node(organisation);
        return new PartnerSearch(graph, node, candidates(node), Math.min(ties, mostEach), effort).best();
    }

    /// Ties that join what is apart; the measure is the share of pairs that can reach each other. Exact without
    /// rules: the largest components are joined, each by its best connected member.
    public Proposal join(int ties) {
        checked(ties);
        return new Joining(graph, this::mayTie, mostEach, effort).best(ties);
    }

    private List<int[]> candidates() {
        var pairs = new ArrayList<int[]>();
        for (int i = 0; i < graph.size(); i++)
            for (int j = i + 1; j < graph.size(); j++) if (mayTie(i, j)) pairs.add(new int[] {i, j});
        return pairs;
    }

    private List<Integer> candidates(int node) {
        var partners = new ArrayList<Integer>();
        for (int other = 0; other < graph.size(); other++)
            if (other != node && mayTie(Math.min(node, other), Math.max(node, other))) partners.add(other);
        return partners;
    }

    private boolean mayTie(int one, int other) {
        return !graph.hasTie(one, other)
                && allowed.test(graph.key(one), graph.key(other))
                && allowed.test(graph.key(other), graph.key(one));
    }

    static int checked(int ties) {
        if (ties < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "The number of ties", ties, 0);
        return ties;
    }

    /// How many choices of at most so many there are, the empty one among them: all are looked at on the way.
    static double choices(int candidates, int most) {
        double ofSize = 1, all = 1;
        for (int i = 0; i < most; i++) {
            ofSize = ofSize * (candidates - i) / (i + 1);
            all += ofSize;
        }
        return all;
    }

    /// How many new ties everyone has got so far.
    static final class Loads extends HashMap<Integer, Integer> {
        private static final long serialVersionUID = 1L;

        void add(int node, int change) {
            merge(node, change, Integer::sum);
        }

        boolean isBelow(int node, int most) {
            return getOrDefault(node, 0) < most;
        }
    }

    static double pairsJoined(Graph graph) {
        return 1 - Components.of(graph).fragmentation().orElse(1);
    }
}
