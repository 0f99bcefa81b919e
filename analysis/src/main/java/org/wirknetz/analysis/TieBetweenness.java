package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How many of the shortest ways lead over a tie (Girvan and Newman 2002), on the undirected graph; every
/// unordered pair once, shares where a pair has several ways. After Brandes (2008), O(n m).
///
/// Defined for every tie, 0 between two that have none. Unit: pairs.
public final class TieBetweenness {

    /// `one` is listed first in the graph.
    public record Tie(String one, String other, double betweenness) {}

    private final Graph graph;
    private final double[] values;

    private TieBetweenness(Graph graph, double[] values) {
        this.graph = graph;
        this.values = values;
    }

    public static TieBetweenness of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static TieBetweenness of(Graph graph, Effort effort) {
        var either = graph.undirected();
        return new TieBetweenness(either, Brandes.tieDependencies(either.out, effort));
    }

    /// 0 where there is no tie.
    public double of(String one, String other) {
        int slot = graph.out.find(graph.node(one), graph.node(other));
        return slot < 0 ? 0 : at(slot, graph.node(one));
    }

    /// All ties, the most used first.
    public List<Tie> ties() {
        var ties = new ArrayList<Tie>();
        for (int i = 0; i < graph.size(); i++)
            for (int slot = graph.out.offsets[i]; slot < graph.out.offsets[i + 1]; slot++)
                if (graph.out.targets[slot] > i)
                    ties.add(new Tie(graph.key(i), graph.key(graph.out.targets[slot]), at(slot, i)));
        ties.sort(Comparator.comparingDouble(Tie::betweenness).reversed());
        return ties;
    }

    private double at(int slot, int from) {
        int back = graph.out.find(graph.out.targets[slot], from);
        return (values[slot] + values[back]) / 2;
    }
}
