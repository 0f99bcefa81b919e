package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// Whether what is given comes back: the dyad census and four reciprocities of the directed graph.
///
/// Sources: Holland and Leinhardt (1970) for the census, Garlaschelli and Loffredo (2004) for the corrected
/// one, Squartini et al. (2013) for the weighted one.
///
/// Cost O(m). Undefined without ties; the corrected one also where everyone is tied to everyone.
public final class Reciprocity {
    private final long nodes;
    private final long mutual;
    private final long asymmetric;
    private final double returned;
    private final double given;

    private Reciprocity(long nodes, long mutual, long asymmetric, double returned, double given) {
        this.nodes = nodes;
        this.mutual = mutual;
        this.asymmetric = asymmetric;
        this.returned = returned;
        this.given = given;
    }

    public static Reciprocity of(Graph graph) {
        long returnedArcs = 0;
        double least = 0, all = 0;
        for (int i = 0; i < graph.size(); i++) {
            int back = graph.in.offsets[i], backEnd = graph.in.offsets[i + 1];
            for (int slot = graph.out.offsets[i]; slot < graph.out.offsets[i + 1]; slot++) {
                all += graph.out.strength(slot);
                while (back < backEnd && graph.in.targets[back] < graph.out.targets[slot]) back++;
                if (back == backEnd || graph.in.targets[back] != graph.out.targets[slot]) continue;
                returnedArcs++;
                least += Math.min(graph.out.strength(slot), graph.in.strength(back));
            }
        }
        return new Reciprocity(graph.size(), returnedArcs / 2, graph.out.arcs() - returnedArcs, least, all);
    }

    /// Pairs with ties in both directions.
    public long mutual() {
        return mutual;
    }

    /// Pairs with a tie in one direction only.
    public long asymmetric() {
        return asymmetric;
    }

    /// Pairs without a tie.
    public long absent() {
        return nodes * (nodes - 1) / 2 - mutual - asymmetric;
    }

    public long arcs() {
        return 2 * mutual + asymmetric;
    }

    /// The share of directed ties that are returned; undefined without ties.
    public OptionalDouble ofArcs() {
        return Share.of(2.0 * mutual, arcs());
    }

    /// The share of connected pairs that are mutual; undefined without ties.
    public OptionalDouble ofDyads() {
        return Share.of(mutual, mutual + asymmetric);
    }

    /// `(r − density) / (1 − density)`: 0 where ties are returned as often as chance returns them. Undefined
    /// without ties and where every tie exists.
    public OptionalDouble corrected() {
        if (arcs() == 0) return OptionalDouble.empty();
        double density = arcs() / (nodes * (nodes - 1.0));
        return Share.of(ofArcs().orElseThrow() - density, 1 - density);
    }

    /// `Σ min(w_ij, w_ji) / Σ w`, over ordered pairs: the share of the strength given that is returned in kind.
    public OptionalDouble weighted() {
        return Share.of(returned, given);
    }

    /// The strength that has its counterpart: Σ min(w_ij, w_ji) over ordered pairs.
    public double returnedStrength() {
        return returned;
    }

    public double givenStrength() {
        return given;
    }
}
