package org.wirknetz.analysis.disclosure;

import java.util.Arrays;
import org.wirknetz.analysis.Range;

/// What can be worked out about hidden counts from the published ones: the least and the largest that all
/// sums allow.
///
/// Each count stands in one sum of a row and one of a column. With a node for each sum and an arc for each
/// hidden count a table is a network of flows: inner counts flow from row to column, totals back. The true
/// counts are a flow, and what one of them can gain or lose is a largest flow through what is left (Gusfield
/// 1988, "A graph theoretic approach to statistical data security"). The ends are whole numbers and exact.
final class Bounds {
    private static final long OPEN = Long.MAX_VALUE / 4;

    private final CountTable table;
    private final boolean[] hidden;
    private final int nodes;
    /// How much can still flow from one node to another; between two there is one count at most.
    private final long[] room;

    Bounds(CountTable table, boolean[] hidden) {
        this(table, hidden, new long[table.size()]);
    }

    /// @param least what a reader knows to lie in each count at least, never more than there is
    Bounds(CountTable table, boolean[] hidden, long[] least) {
        this.table = table;
        this.hidden = hidden;
        nodes = table.rows() + table.columns() + 2;
        room = new long[nodes * nodes];
        for (int cell = 0; cell < hidden.length; cell++)
            if (hidden[cell]) {
                room[arc(cell)] = OPEN;
                room[back(arc(cell))] = table.value(cell) - least[cell];
            }
    }

    /// Without an upper end where a hidden total leaves it open.
    Range of(int cell) {
        long more = largest(cell, true, OPEN);
        long value = table.value(cell);
        return new Range(
                value - largest(cell, false, OPEN), more >= OPEN ? Double.POSITIVE_INFINITY : value + (double) more);
    }

    /// Whether a hidden count could be anything across a span of so much.
    boolean spans(int cell, long needed) {
        if (!hidden[cell]) return needed <= 0;
        long more = largest(cell, true, needed);
        return more >= needed || more + largest(cell, false, needed - more) >= needed;
    }

    /// By how much a count can be more, or less, as far as it matters.
    private long largest(int cell, boolean more, long enough) {
        int arc = arc(cell), from = arc / nodes, to = arc % nodes;
        var left = room.clone();
        long own = more ? OPEN : left[back(arc)];
        left[arc] = 0;
        left[back(arc)] = 0;
        long most = Math.min(enough, own);
        // What the count gains flows back from its end to its start through the others.
        return more ? flow(left, to, from, most) : flow(left, from, to, most);
    }

    /// Along shortest ways (Edmonds and Karp 1972).
    private long flow(long[] left, int from, int to, long enough) {
        long flow = 0;
        var before = new int[nodes];
        while (flow < enough && reached(left, from, to, before)) {
            long step = enough - flow;
            for (int node = to; node != from; node = before[node])
                step = Math.min(step, left[before[node] * nodes + node]);
            for (int node = to; node != from; node = before[node]) {
                int arc = before[node] * nodes + node;
                if (left[arc] < OPEN) left[arc] -= step;
                left[back(arc)] = Math.min(OPEN, left[back(arc)] + step);
            }
            flow += step;
        }
        return flow;
    }

    private boolean reached(long[] left, int from, int to, int[] before) {
        Arrays.fill(before, -1);
        before[from] = from;
        var next = new int[nodes];
        int known = 1;
        next[0] = from;
        for (int at = 0; at < known; at++)
            for (int node = next[at], other = 0; other < nodes; other++) {
                if (before[other] >= 0 || left[node * nodes + other] <= 0) continue;
                before[other] = node;
                if (other == to) return true;
                next[known++] = other;
            }
        return false;
    }

    private int arc(int cell) {
        int row = table.row(cell), column = table.rows() + 1 + table.column(cell);
        boolean outwards = (row == table.rows()) == (table.column(cell) == table.columns());
        return outwards ? row * nodes + column : column * nodes + row;
    }

    private int back(int arc) {
        return arc % nodes * nodes + arc / nodes;
    }
}
