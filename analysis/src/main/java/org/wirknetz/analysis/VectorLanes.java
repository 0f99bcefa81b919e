package org.wirknetz.analysis;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// As many lanes as a vector of this machine has. Needs the module `jdk.incubator.vector`; its twin is
/// `PlainLanes`.
final class VectorLanes extends LaneSearch {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    VectorLanes(Csr csr, Csr backwards) {
        super(LANES, csr, backwards);
    }

    static int count() {
        return LANES;
    }

    @Override
    void spread(int node, int mask) {
        var lines = nextLine;
        var own = DoubleVector.fromArray(SPECIES, line, node * LANES);
        for (int slot = csr.offsets[node], end = csr.offsets[node + 1]; slot < end; slot++) {
            int next = csr.targets[slot];
            if ((mask & ~seen[next]) == 0) continue;
            DoubleVector.fromArray(SPECIES, lines, next * LANES).add(own).intoArray(lines, next * LANES);
            touch(next);
        }
    }

    @Override
    int gather(int node) {
        return settle(node, sum(backwards, node));
    }

    @Override
    int settle(int node) {
        return settle(node, DoubleVector.fromArray(SPECIES, nextLine, node * LANES));
    }

    @Override
    void depend(int node, int mask, boolean deepest) {
        int at = node * LANES;
        var lanes = VectorMask.fromLong(SPECIES, mask);
        var ways = DoubleVector.fromArray(SPECIES, paths, at);
        var dependency = DoubleVector.zero(SPECIES);
        if (!deepest) {
            dependency = dependency.blend(sum(csr, node).mul(ways), lanes);
            sums[node] += dependency.reduceLanes(VectorOperators.ADD);
        }
        DoubleVector.zero(SPECIES).blend(dependency.add(1).div(ways), lanes).intoArray(nextLine, at);
    }

    private DoubleVector sum(Csr ties, int node) {
        var lines = line;
        var targets = ties.targets;
        var all = DoubleVector.zero(SPECIES);
        for (int slot = ties.offsets[node], end = ties.offsets[node + 1]; slot < end; slot++)
            all = all.add(DoubleVector.fromArray(SPECIES, lines, targets[slot] * LANES));
        return all;
    }

    private int settle(int node, DoubleVector ways) {
        int at = node * LANES;
        int fresh = (int) ways.compare(VectorOperators.GT, 0).toLong() & ~seen[node];
        if (fresh == 0) {
            DoubleVector.zero(SPECIES).intoArray(nextLine, at);
            return 0;
        }
        var lanes = VectorMask.fromLong(SPECIES, fresh);
        seen[node] |= fresh;
        DoubleVector.fromArray(SPECIES, paths, at).blend(ways, lanes).intoArray(paths, at);
        DoubleVector.zero(SPECIES).blend(ways, lanes).intoArray(nextLine, at);
        return fresh;
    }
}
