package org.wirknetz.analysis;

import java.util.Arrays;
import java.util.SplittableRandom;

/// The Leiden algorithm for modularity (Traag, Waltman and van Eck 2019): move nodes while that gains, refine
/// the groups into well tied parts, make each part a node, and again, until no node is left to be put together.
///
/// Of the parts that a node may join in the refinement it takes the best one, where the authors draw at random
/// with odds that all but always say the same. One thread, O(m) a round in practice. Memory: about 40 bytes a
/// node and 8 a tie end.
final class Leiden {
    private final Crowd base;
    private final GroupMoves moves;
    private final double ends;

    Leiden(Csr csr) {
        this(csr, Effort.threads(1));
    }

    /// The effort may cancel, and hears nothing.
    Leiden(Csr csr, Effort effort) {
        base = Crowd.of(csr);
        ends = csr.arcs();
        moves = new GroupMoves(csr.size(), effort);
    }

    /// A label a node, below the number of nodes. Fewer rounds are made once one changes nothing.
    int[] run(int rounds, long seed) {
        var random = new SplittableRandom(seed);
        var labels = singles(base.size());
        for (int round = 0; round < rounds; round++) {
            var before = labels;
            labels = climb(labels, true, random);
            if (Arrays.equals(before, labels)) break;
        }
        return labels;
    }

    /// Without the refinement: the Louvain algorithm (Blondel et al. 2008), a little worse and faster.
    int[] quick(long seed) {
        return climb(singles(base.size()), false, new SplittableRandom(seed));
    }

    private int[] climb(int[] start, boolean refined, SplittableRandom random) {
        var crowd = base;
        var group = start.clone();
        var member = singles(base.size());
        while (true) {
            moves.settle(crowd, group, ends, random);
            int groups = compact(group);
            if (groups == crowd.size()) break;
            int[] part = group;
            int parts = groups;
            if (refined) {
                part = moves.parts(crowd, group, ends, random);
                parts = compact(part);
            }
            if (parts == crowd.size()) break;
            var next = new int[parts];
            for (int i = 0; i < group.length; i++) next[part[i]] = group[i];
            for (int i = 0; i < member.length; i++) member[i] = part[member[i]];
            crowd = crowd.together(part, parts);
            group = next;
        }
        var labels = new int[member.length];
        for (int i = 0; i < labels.length; i++) labels[i] = group[member[i]];
        compact(labels);
        return labels;
    }

    /// Numbers the labels, all below their number, from 0 in the order in which they occur; how many there are.
    private static int compact(int[] labels) {
        var known = new int[labels.length];
        int count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (known[labels[i]] == 0) known[labels[i]] = ++count;
            labels[i] = known[labels[i]] - 1;
        }
        return count;
    }

    private static int[] singles(int count) {
        var singles = new int[count];
        Arrays.setAll(singles, i -> i);
        return singles;
    }
}
