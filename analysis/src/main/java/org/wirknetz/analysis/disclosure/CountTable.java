package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.RefusedInput;

/// Counts by row and column, with their totals.
///
/// The last row and column of every matrix asked for are the totals. Together at most a million million.
public final class CountTable {
    /// All counts together; far below what the bounds are computed with exactly.
    private static final long MOST = 1_000_000_000_000L;

    private final int rows;
    private final int columns;
    private final long[] cells;

    private CountTable(long[][] counts) {
        rows = counts.length;
        columns = rows == 0 ? 0 : counts[0].length;
        cells = new long[(rows + 1) * (columns + 1)];
        for (int r = 0; r < rows; r++) {
            if (counts[r].length != columns)
                throw new RefusedInput(
                        RefusedInput.Reason.OUT_OF_RANGE, "The number of columns", counts[r].length, columns, columns);
            for (int c = 0; c < columns; c++) {
                long count = counts[r][c];
                if (count < 0) throw new RefusedInput(RefusedInput.Reason.BAD_NUMBER, "A count", count, 0);
                cells[index(r, c)] = count;
                if (count > MOST - cells[index(rows, columns)])
                    throw new RefusedInput(RefusedInput.Reason.OUT_OF_RANGE, "A count", count, 0, MOST);
                for (int total : new int[] {index(r, columns), index(rows, c), index(rows, columns)})
                    cells[total] += count;
            }
        }
    }

    /// The inner counts; totals are added up.
    public static CountTable of(long[]... counts) {
        return new CountTable(counts);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    /// Row `rows()` and column `columns()` are the totals.
    public long count(int row, int column) {
        return cells[index(row, column)];
    }

    int index(int row, int column) {
        return row * (columns + 1) + column;
    }

    int size() {
        return cells.length;
    }

    long value(int cell) {
        return cells[cell];
    }

    boolean isTotal(int cell) {
        return cell / (columns + 1) == rows || cell % (columns + 1) == columns;
    }

    int row(int cell) {
        return cell / (columns + 1);
    }

    int column(int cell) {
        return cell % (columns + 1);
    }

    /// Every sum in the table: the parts, then their total.
    List<int[]> sums() {
        var sums = new ArrayList<int[]>();
        for (int r = 0; r <= rows; r++) {
            var line = new int[columns + 1];
            for (int c = 0; c <= columns; c++) line[c] = index(r, c);
            sums.add(line);
        }
        for (int c = 0; c <= columns; c++) {
            var line = new int[rows + 1];
            for (int r = 0; r <= rows; r++) line[r] = index(r, c);
            sums.add(line);
        }
        return sums;
    }
}
