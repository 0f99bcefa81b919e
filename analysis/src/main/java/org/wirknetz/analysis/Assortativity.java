package org.wirknetz.analysis;

import java.util.OptionalDouble;

/// Whether those with many partners are tied to others with many: Pearson's correlation of the degrees at both
/// ends of the ties (Newman 2002), on the undirected graph. Undefined without ties and where all ends are
/// alike.
///
/// Cost O(m).
public final class Assortativity {
    private Assortativity() {}

    public static OptionalDouble ofDegrees(Graph graph) {
        var csr = graph.undirected().out;
        double ends = csr.arcs(), sum = 0, squares = 0, products = 0;
        for (int i = 0; i < csr.size(); i++) {
            double own = csr.degree(i);
            sum += own * own;
            squares += own * own * own;
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++)
                products += own * csr.degree(csr.targets[slot]);
        }
        double spread = ends * squares - sum * sum;
        return Share.of(ends * products - sum * sum, spread);
    }
}
