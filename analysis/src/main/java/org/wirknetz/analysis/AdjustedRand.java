package org.wirknetz.analysis;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;

/// How alike two partitions of the same nodes are, corrected for chance (Hubert and Arabie 1985): 1 if the
/// same, about 0 if no more alike than chance.
///
/// Cost O(n). Defined for every two partitions of the same nodes: 1 where neither can differ from chance.
public final class AdjustedRand {
    /// Cells of a table that is counted in place.
    private static final int LARGEST_TABLE = 1 << 16;

    private AdjustedRand() {}

    public static double between(Partition one, Partition other) {
        var first = one.toArray();
        var second = other.toArray();
        if (first.length != second.length)
            throw new RefusedInput(RefusedInput.Reason.FOREIGN_PARTITION, second.length, first.length);
        return between(first, second);
    }

    /// @param one labels from 0, as are those of `other`
    static double between(int[] one, int[] other) {
        int rows = count(one), columns = count(other);
        var inRow = new int[rows];
        var inColumn = new int[columns];
        for (int i = 0; i < one.length; i++) {
            inRow[one[i]]++;
            inColumn[other[i]]++;
        }
        double inRows = pairs(inRow), inColumns = pairs(inColumn);
        double all = one.length * (one.length - 1.0) / 2;
        double expected = all == 0 ? 0 : inRows * inColumns / all;
        double most = (inRows + inColumns) / 2;
        return most == expected ? 1 : (together(one, other, rows, columns) - expected) / (most - expected);
    }

    /// Pairs of nodes that are in one group in both.
    private static double together(int[] one, int[] other, int rows, int columns) {
        if ((long) rows * columns <= LARGEST_TABLE) {
            var cells = new int[rows * columns];
            for (int i = 0; i < one.length; i++) cells[one[i] * columns + other[i]]++;
            return pairs(cells);
        }
        var cells = new HashMap<Long, Integer>();
        for (int i = 0; i < one.length; i++) cells.merge(((long) one[i] << 32) | other[i], 1, Integer::sum);
        return pairs(cells.values().stream().mapToInt(it -> it).toArray());
    }

    private static int count(int[] labels) {
        int count = 0;
        for (int label : labels) count = Math.max(count, label + 1);
        return count;
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

    /// Sums of whole numbers, so the order does not matter.
    private static double pairs(int[] counts) {
        double sum = 0;
        for (long count : counts) sum += count * (count - 1.0) / 2;
        return sum;
    }
}
