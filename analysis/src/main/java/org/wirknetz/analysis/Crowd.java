package org.wirknetz.analysis;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A network whose nodes may stand for several: ties between them counted, those inside left out.
///
/// @param weights how many ties each slot stands for; absent where every one stands for one
/// @param degrees the tie ends of all who are in a node, ties among them included
record Crowd(int[] offsets, int[] targets, int @Nullable [] weights, int[] degrees) {
    static Crowd of(Csr csr) {
        var degrees = new int[csr.size()];
        Arrays.setAll(degrees, csr::degree);
        return new Crowd(csr.offsets, csr.targets, null, degrees);
    }

    int size() {
        return degrees.length;
    }

    /// The network of the parts that the nodes are in, numbered from 0.
    Crowd together(int[] part, int parts) {
        var first = new int[parts + 1];
        for (int p : part) first[p + 1]++;
        for (int p = 0; p < parts; p++) first[p + 1] += first[p];
        var next = Arrays.copyOf(first, parts);
        var members = new int[part.length];
        var joint = new int[parts];
        for (int i = 0; i < part.length; i++) {
            members[next[part[i]]++] = i;
            joint[part[i]] += degrees[i];
        }
        var starts = new int[parts + 1];
        var ends = new int[targets.length];
        var sums = new int[targets.length];
        var ties = new int[parts];
        // Told once: in the loops each look at a field would be one at memory.
        int[] offsets = this.offsets, targets = this.targets, weights = this.weights;
        int end = 0;
        for (int p = 0; p < parts; p++) {
            int from = end;
            for (int m = first[p], last = first[p + 1]; m < last; m++) {
                int member = members[m];
                for (int slot = offsets[member], stop = offsets[member + 1]; slot < stop; slot++) {
                    int other = part[targets[slot]];
                    if (other == p) continue;
                    int before = ties[other];
                    if (before == 0) ends[end++] = other;
                    ties[other] = before + (weights == null ? 1 : weights[slot]);
                }
            }
            for (int k = from; k < end; k++) {
                sums[k] = ties[ends[k]];
                ties[ends[k]] = 0;
            }
            starts[p + 1] = end;
        }
        return new Crowd(starts, Arrays.copyOf(ends, end), Arrays.copyOf(sums, end), joint);
    }
}
