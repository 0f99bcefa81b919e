package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What a reader of several tables can work out, who knows which of their rows are the same.
///
/// Such tables together are no network of flows. What one of them leaves open by itself, among the rows that
/// stand in just the same tables, stays open beside the others: that costs next to nothing to see. Only where
/// it is not enough, linear programs decide.
final class Joined {
    private final List<Printed> tables;
    /// Of each count in each table its number; the same count has one number in all. Sums are each table's own.
    private final int[][] counts;
    private final List<Long> values = new ArrayList<>();
    private final List<Boolean> known = new ArrayList<>();
    private final Map<Integer, Set<Integer>> standing = new HashMap<>();
    private final Map<Integer, OpenCounts> open = new HashMap<>();

    /// @param programs how many may be solved, by their size
    Joined(List<Printed> tables, Budget programs) {
        this.tables = tables;
        counts = new int[tables.size()][];
        var numbers = new HashMap<String, Integer>();
        for (int number = 0; number < tables.size(); number++) number(number, numbers);
        for (var part : OpenCounts.of(sums(), values, known, programs))
            for (int count : part.counts()) open.put(count, part);
    }

    private void number(int number, Map<String, Integer> numbers) {
        var printed = tables.get(number);
        var table = printed.table();
        counts[number] = new int[table.size()];
        for (int row : printed.rows())
            standing.computeIfAbsent(row, it -> new HashSet<>()).add(number);
        for (int cell = 0; cell < table.size(); cell++) {
            int row = table.row(cell);
            var key =
                    row == table.rows() ? "sum " + number + "/" + cell : printed.rows()[row] + "/" + table.column(cell);
            int count = numbers.computeIfAbsent(key, it -> values.size());
            if (count == values.size()) {
                values.add(table.value(cell));
                known.add(false);
            }
            // What is printed in one table is known in all.
            if (!printed.hidden()[cell]) known.set(count, true);
            counts[number][cell] = count;
        }
    }

    /// Every sum of every table by the numbers of its counts, the whole last.
    private List<int[]> sums() {
        var sums = new ArrayList<int[]>();
        for (int number = 0; number < tables.size(); number++)
            for (var sum : tables.get(number).table().sums()) {
                var numbered = new int[sum.length];
                for (int k = 0; k < sum.length; k++) numbered[k] = counts[number][sum[k]];
                sums.add(numbered);
            }
        return sums;
    }

    /// Who has all tables and knows nothing else.
    Reader outside() {
        return new Reader(new long[values.size()]);
    }

    /// Who also knows what lies in each count of one table at least.
    Reader inside(int number, long[] least) {
        var reader = outside();
        learns(reader, number, least);
        return reader;
    }

    /// Who knows that of every table.
    Reader inside(List<long[]> least) {
        var reader = outside();
        for (int number = 0; number < counts.length; number++) learns(reader, number, least.get(number));
        return reader;
    }

    private void learns(Reader reader, int number, long[] least) {
        for (int cell = 0; cell < least.length; cell++) {
            int count = counts[number][cell];
            reader.least()[count] = Math.max(reader.least()[count], least[cell]);
        }
    }

    /// How wide a count was found to be, after it was asked for.
    long width(int number, int cell, Reader reader) {
        return reader.width(counts[number][cell]);
    }

    /// Whether a count could be anything across a span of so much; false also where the programs are used up.
    boolean spans(int number, int cell, long needed, Reader reader) {
        int count = counts[number][cell];
        if (known.get(count)) return false;
        var part = open.get(count);
        return spansAmongItsOwn(number, cell, needed, reader) || part != null && part.spans(count, needed, reader);
    }

    /// With nothing moved but rows that stand in the same tables as this one, and sums that are hidden in all
    /// of these.
    private boolean spansAmongItsOwn(int number, int cell, long needed, Reader reader) {
        var table = tables.get(number).table();
        var rows = tables.get(number).rows();
        int own = table.row(cell);
        var in = own == table.rows() ? Set.of(number) : standing.getOrDefault(rows[own], Set.of());
        var free = new boolean[table.size()];
        var least = new long[table.size()];
        for (int other = 0; other < free.length; other++) {
            int row = table.row(other), count = counts[number][other];
            free[other] = !known.get(count);
            least[other] = reader.least()[count];
            if (row < table.rows()) free[other] &= in.equals(standing.get(rows[row]));
            else
                for (int beside : in) {
                    int sum = counts[beside][other + tables.get(beside).table().size() - table.size()];
                    free[other] &= !known.get(sum);
                    least[other] = Math.max(least[other], table.value(other) - values.get(sum) + reader.least()[sum]);
                }
        }
        return new Bounds(table, free, least).spans(cell, needed);
    }
}
