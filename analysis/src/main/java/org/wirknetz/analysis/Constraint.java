package org.wirknetz.analysis;

import java.util.Arrays;

/// How far a node's partners bind it because they know each other (Burt 1992): constraint, low where it bridges gaps,
/// and effective size, its partners less their overlap.
///
/// With p the share of a node's strength spent on a partner: `constraint(i) = Σ_j (p_ij + Σ_q p_iq p_qj)²`, over its
/// own
/// partners. Both are undefined for an isolate. Constraint exceeds 1 (up to 1.125) in tiny closed neighbourhoods: never
/// draw it as a percentage.
public final class Constraint {
    private final Graph graph;
    private final Csr csr;
    private final boolean useStrengths;
    private final double[] strength;
    /// For every tie and direction Σ over common partners q of a_iq · a_qj / s_q.
    private final double[] indirect;

    private Constraint(Graph graph, boolean useStrengths) {
        this.graph = graph;
        this.csr = graph.out;
        this.useStrengths = useStrengths;
        this.strength = new double[graph.size()];
        this.indirect = new double[csr.arcs()];
        for (int i = 0; i < graph.size(); i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) strength[i] += weight(slot);
        new TriangleListing(csr).forEach(this::addTriangle);
    }

    /// Every tie in either direction counts the same.
    public static Constraint of(Graph graph) {
        return new Constraint(graph.undirected(), false);
    }

    /// By strength, a_ij + a_ji: a tie in both directions weighs twice as much as one in one.
    public static Constraint byStrength(Graph graph) {
        return new Constraint(graph.undirected(), true);
    }

    public NodeValues values() {
        var values = new double[graph.size()];
        for (int i = 0; i < values.length; i++) {
            double sum = 0;
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                double proportion = (weight(slot) + indirect[slot]) / strength[i];
                sum += proportion * proportion;
            }
            values[i] = csr.degree(i) == 0 ? Double.NaN : sum;
        }
        return new NodeValues(graph, values);
    }

    /// Partners less the mean number of ties they have to each other: `degree − 2 t / degree` with t ties among them
    /// (Borgatti 1997, where strengths do not differ).
    public NodeValues effectiveSize() {
        var triangles = Triangles.of(graph);
        var values = new double[graph.size()];
        Arrays.setAll(
                values, i -> csr.degree(i) == 0 ? Double.NaN : csr.degree(i) - 2.0 * triangles.at(i) / csr.degree(i));
        return new NodeValues(graph, values);
    }

    private void addTriangle(int a, int b, int c, int ab, int ac, int bc) {
        double wab = weight(ab), wac = weight(ac), wbc = weight(bc);
        add(a, b, ab, wac * wbc / strength[c]);
        add(a, c, ac, wab * wbc / strength[b]);
        add(b, c, bc, wab * wac / strength[a]);
    }

    private void add(int from, int to, int slot, double value) {
        indirect[slot] += value;
        indirect[csr.find(to, from)] += value;
    }

    private double weight(int slot) {
        return useStrengths ? csr.strength(slot) : 1;
    }
}
