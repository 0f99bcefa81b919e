package org.wirknetz.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;

/// How alike two partitions of the same nodes are, corrected for chance (Hubert and Arabie 1985): 1 if the
/// same, about 0 if no more alike than chance.
///
/// Cost O(n). Defined for every two partitions of the same nodes: 1 where neither can differ from chance.
public final class AdjustedRand {
    private AdjustedRand() {}

    public static double between(Partition one, Partition other) {
        var first = one.toArray();
        var second = other.toArray();
        if (first.length != second.length)
            throw new RefusedInput(RefusedInput.Reason.FOREIGN_PARTITION, second.length, first.length);
        return between(first, second);
    }

    static double between(int[] one, int[] other) {
        var rows = new HashMap<Integer, Long>();
        var columns = new HashMap<Integer, Long>();
        var cells = new HashMap<Long, Long>();
        for (int i = 0; i < one.length; i++) {
            rows.merge(one[i], 1L, Long::sum);
            columns.merge(other[i], 1L, Long::sum);
            cells.merge(((long) one[i] << 32) | other[i], 1L, Long::sum);
        }
        double together = pairs(cells.values());
        double inRows = pairs(rows.values()), inColumns = pairs(columns.values());
        double all = one.length * (one.length - 1.0) / 2;
        double expected = all == 0 ? 0 : inRows * inColumns / all;
        double most = (inRows + inColumns) / 2;
        return most == expected ? 1 : (together - expected) / (most - expected);
    }

    /// The mean over all pairs of runs, of the first 20 where there are more.
    static OptionalDouble mean(List<int[]> runs) {
        int compared = Math.min(20, runs.size());
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < compared; i++)
            for (int j = i + 1; j < compared; j++, pairs++) sum += between(runs.get(i), runs.get(j));
        return Share.of(sum, pairs);
    }

    private static double pairs(Iterable<Long> counts) {
        double sum = 0;
        for (long count : counts) sum += count * (count - 1.0) / 2;
        return sum;
    }
}
