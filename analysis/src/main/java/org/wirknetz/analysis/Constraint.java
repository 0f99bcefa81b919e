package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// How far a node's partners bind it because they know each other (Burt 1992): constraint, low where it bridges
/// gaps, and effective size, its partners less their overlap.
///
/// With p the share of a node's strength spent on a partner: `constraint(i) = Σ_j (p_ij + Σ_q p_iq p_qj)²`,
/// over its own partners. Both are undefined for an isolate. Constraint exceeds 1 (up to 1.125) in tiny closed
/// neighbourhoods: never draw it as a percentage.
///
/// As the strength between two is the same from both ends, `Σ_q p_iq p_qj = T_ij / s_i` with one number T a
/// tie, a sum over its triangles; every triangle is listed once. O(m^1.5) at worst.
public final class Constraint {
    private final Graph graph;
    private final double[] values;
    private final Triangles triangles;
    private final double @Nullable [] overlaps;

    /// @param overlaps of the partners of each node, where strengths count
    private Constraint(Graph graph, double[] values, Triangles triangles, double @Nullable [] overlaps) {
        this.graph = graph;
        this.values = values;
        this.triangles = triangles;
        this.overlaps = overlaps;
    }

    /// Every tie in either direction counts the same.
    public static Constraint of(Graph graph) {
        return of(graph, Effort.threads(1));
    }

    public static Constraint of(Graph graph, Effort effort) {
        var either = graph.undirected();
        var listing = new TriangleListing(either.out);
        var alike = alike(either.out, listing, effort);
        return new Constraint(
                either,
                constraints(either.out, listing, null, alike.indirect()),
                new Triangles(either, alike.triangles()),
                null);
    }

    /// By strength, a_ij + a_ji: a tie in both directions weighs twice as much as one in one.
    public static Constraint byStrength(Graph graph) {
        return byStrength(graph, Effort.threads(1));
    }

    /// On one thread, whatever the effort: sums of strengths keep their order.
    public static Constraint byStrength(Graph graph, Effort effort) {
        var either = graph.undirected();
        var listing = new TriangleListing(either.out);
        var strength = strengths(either.out);
        var triangles = new long[either.size()];
        var overlaps = new double[either.size()];
        var indirect = byStrength(either.out, listing, strength, triangles, overlaps, effort);
        for (int i = 0; i < overlaps.length; i++) if (overlaps[i] > 0) overlaps[i] /= strength[i];
        return new Constraint(
                either,
                constraints(either.out, listing, strength, indirect),
                new Triangles(either, triangles),
                overlaps);
    }

    /// The triangles, found in the same pass.
    public Triangles triangles() {
        return triangles;
    }

    public NodeValues values() {
        return new NodeValues(graph, values);
    }

    /// Partners less their overlap: `Σ_j (1 − Σ_q p_iq m_jq)` with m_jq the strength between j and q as a share
    /// of the strongest tie of j (Burt 1992). Where strengths do not count that is `degree − 2 t / degree` with
    /// t ties among the partners (Borgatti 1997).
    public NodeValues effectiveSize() {
        var sizes = new double[graph.size()];
        Arrays.setAll(sizes, i -> {
            int degree = graph.degree(i);
            if (degree == 0) return Double.NaN;
            return degree - (overlaps == null ? 2.0 * triangles.at(i) / degree : overlaps[i]);
        });
        return new NodeValues(graph, sizes);
    }

    private static double[] strengths(Csr csr) {
        var strength = new double[csr.size()];
        for (int i = 0; i < csr.size(); i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) strength[i] += csr.strength(slot);
        return strength;
    }

    private static double[] strongest(Csr csr) {
        var strongest = new double[csr.size()];
        for (int i = 0; i < csr.size(); i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++)
                strongest[i] = Math.max(strongest[i], csr.strength(slot));
        return strongest;
    }

    /// T of every tie, in the order of the listing, and the triangles at each node.
    private record Overlap(double[] indirect, long[] triangles) {}

    /// T of every tie where all weigh 1: Σ 1/degree over common partners, in whole multiples of 2^−50, so that
    /// any order of adding gives the same.
    private static Overlap alike(Csr csr, TriangleListing listing, Effort effort) {
        var share = new long[csr.size()];
        Arrays.setAll(share, i -> csr.degree(i) == 0 ? 0 : ((1L << 51) / csr.degree(i) + 1) >> 1);
        var parts = new ArrayList<long[]>();
        var corners = new ArrayList<long[]>();
        effort.run(listing.portions(), () -> {
            var own = new long[listing.ties()];
            var at = new long[csr.size()];
            synchronized (parts) {
                parts.add(own);
                corners.add(at);
            }
            var marked = listing.room();
            return portion -> listing.forEach(portion, marked, (a, b, c, ab, ac, bc) -> {
                own[ab] += share[c];
                own[ac] += share[b];
                own[bc] += share[a];
                at[a]++;
                at[b]++;
                at[c]++;
            });
        });
        var sums = new double[listing.ties()];
        double unit = Math.scalb(1.0, -50);
        for (int tie = 0; tie < sums.length; tie++) {
            long indirect = 0;
            for (var part : parts) indirect += part[tie];
            sums[tie] = indirect * unit;
        }
        return new Overlap(sums, Triangles.sum(corners, csr.size()));
    }

    private static double[] byStrength(
            Csr csr, TriangleListing listing, double[] strength, long[] triangles, double[] overlaps, Effort effort) {
        var indirect = new double[listing.ties()];
        var strongest = strongest(csr);
        var marked = listing.room();
        for (int portion = 0; portion < listing.portions(); portion++) {
            effort.step(portion, listing.portions());
            listing.forEach(portion, marked, (a, b, c, ab, ac, bc) -> {
                double wab = csr.strength(listing.slot(ab));
                double wac = csr.strength(listing.slot(ac));
                double wbc = csr.strength(listing.slot(bc));
                indirect[ab] += wac * wbc / strength[c];
                indirect[ac] += wab * wbc / strength[b];
                indirect[bc] += wab * wac / strength[a];
                // Each of both partners overlaps with the other as far as their tie is among its strongest.
                overlaps[a] += wbc * (wac / strongest[b] + wab / strongest[c]);
                overlaps[b] += wac * (wbc / strongest[a] + wab / strongest[c]);
                overlaps[c] += wab * (wbc / strongest[a] + wac / strongest[b]);
                triangles[a]++;
                triangles[b]++;
                triangles[c]++;
            });
        }
        effort.step(1, 1);
        return indirect;
    }

    private static double[] constraints(
            Csr csr, TriangleListing listing, double @Nullable [] strength, double[] indirect) {
        var sums = new double[csr.size()];
        for (int a = 0; a < csr.size(); a++)
            for (int tie = listing.firstTie(a); tie < listing.firstTie(a + 1); tie++) {
                int b = listing.target(tie);
                double own = strength == null ? 1 : csr.strength(listing.slot(tie));
                double fromA = (own + indirect[tie]) / (strength == null ? csr.degree(a) : strength[a]);
                double fromB = (own + indirect[tie]) / (strength == null ? csr.degree(b) : strength[b]);
                sums[a] += fromA * fromA;
                sums[b] += fromB * fromB;
            }
        for (int i = 0; i < sums.length; i++) if (csr.degree(i) == 0) sums[i] = Double.NaN;
        return sums;
    }
}
