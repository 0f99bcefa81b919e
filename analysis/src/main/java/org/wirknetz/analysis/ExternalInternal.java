package org.wirknetz.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/// Whether a group looks outwards: `E-I = (external − internal) / (external + internal)`, −1 closed to +1 open
/// (Krackhardt and Stern 1988), over the ties of the undirected graph. Undefined where no tie counts.
///
/// Two variants that must not be mixed: over a whole partition every tie counts; for a group only ties that
/// touch it.
///
/// Cost O(m).
public record ExternalInternal(long external, long internal) {

    public OptionalDouble index() {
        return Share.of(external - internal, external + internal);
    }

    /// Network level: all ties, external if they cross from one group of the partition to another.
    public static ExternalInternal of(Graph graph, Partition partition) {
        var csr = graph.undirected().out;
        partition.checkedFor(graph);
        long inside = 0;
        for (int i = 0; i < csr.size(); i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++)
                if (partition.raw(csr.targets[slot]) == partition.raw(i)) inside++;
        return new ExternalInternal((csr.arcs() - inside) / 2, inside / 2);
    }

    /// Group level: only ties that touch one of the members.
    public static ExternalInternal ofGroup(Graph graph, Collection<String> members) {
        var inside = new boolean[graph.size()];
        for (var key : members) inside[graph.node(key)] = true;
        var csr = graph.undirected().out;
        long external = 0, internal = 0;
        for (int i = 0; i < csr.size(); i++) {
            if (!inside[i]) continue;
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                if (inside[csr.targets[slot]]) internal++;
                else external++;
            }
        }
        return new ExternalInternal(external, internal / 2);
    }

    /// Group level, for each group of the partition in its order.
    public static List<ExternalInternal> ofEach(Graph graph, Partition partition) {
        var csr = graph.undirected().out;
        var external = new long[partition.checkedFor(graph).count()];
        var internal = new long[partition.count()];
        for (int i = 0; i < csr.size(); i++)
            for (int slot = csr.offsets[i]; slot < csr.offsets[i + 1]; slot++) {
                if (partition.raw(csr.targets[slot]) == partition.raw(i)) internal[partition.raw(i)]++;
                else external[partition.raw(i)]++;
            }
        var all = new ArrayList<ExternalInternal>();
        for (int g = 0; g < external.length; g++) all.add(new ExternalInternal(external[g], internal[g] / 2));
        return List.copyOf(all);
    }
}
