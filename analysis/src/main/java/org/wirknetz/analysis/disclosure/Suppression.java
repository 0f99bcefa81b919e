package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Effort;

/// Decides which counts of a table are hidden.
final class Suppression {
    private final CountTable table;
    private final CountRule rule;
    private final List<int[]> sums;
    private final List<List<int[]>> sumsOf = new ArrayList<>();
    private final boolean[] unsafe;
    private final boolean[] hidden;
    /// Holes wide enough stay so: to hide more only leaves a reader more to guess.
    private final boolean[] wide;

    Suppression(CountTable table, CountRule rule) {
        this.table = table;
        this.rule = rule;
        sums = table.sums();
        unsafe = new boolean[table.size()];
        hidden = new boolean[table.size()];
        wide = new boolean[table.size()];
        for (int cell = 0; cell < table.size(); cell++) sumsOf.add(new ArrayList<>());
        for (var sum : sums) for (int cell : sum) sumsOf.get(cell).add(sum);
    }

    boolean[] hidden() {
        return hidden;
    }

    boolean[] unsafe() {
        return unsafe;
    }

    void run(Effort effort) {
        markUnsafe();
        do closeSingleHoles();
        while (widenOneHole(effort));
        effort.step(1, 1);
    }

    private void markUnsafe() {
        for (int cell = 0; cell < table.size(); cell++) {
            boolean small = rule.isUnsafe(table.value(cell));
            boolean smallBody = table.row(cell) < table.rows()
                    && table.count(table.row(cell), table.columns()) < rule.minimumBody();
            unsafe[cell] = hidden[cell] = small || smallBody;
        }
    }

    private void closeSingleHoles() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var sum : sums) {
                if (holes(sum) != 1) continue;
                int best = cheapest(sum);
                if (best < 0) continue;
                hidden[best] = true;
                changed = true;
            }
        }
    }

    /// Hides one more count where a hole is too narrow; false when all are wide enough or nothing is left to
    /// hide.
    private boolean widenOneHole(Effort effort) {
        var bounds = new Bounds(table, hidden);
        for (int cell = 0; cell < table.size(); cell++) {
            if (!hidden[cell] || wide[cell]) continue;
            effort.step(settled(), table.size());
            long needed = unsafe[cell] ? Math.max(rule.minimum(), table.value(cell)) : rule.minimum();
            wide[cell] = bounds.of(cell).width() >= Math.min(needed, widest());
            if (wide[cell]) continue;
            int best = -1;
            for (var sum : sumsOf.get(cell)) {
                int candidate = cheapest(sum);
                if (candidate >= 0 && (best < 0 || cost(candidate) < cost(best))) best = candidate;
            }
            if (best < 0) best = cheapest(all());
            if (best < 0) return false;
            hidden[best] = true;
            return true;
        }
        return false;
    }

    private int settled() {
        int settled = 0;
        for (boolean cell : wide) if (cell) settled++;
        return settled;
    }

    private long widest() {
        return Math.max(rule.minimum(), table.value(table.size() - 1));
    }

    private int[] all() {
        var cells = new int[table.size()];
        for (int i = 0; i < cells.length; i++) cells[i] = i;
        return cells;
    }

    private int holes(int[] sum) {
        int holes = 0;
        for (int cell : sum) if (hidden[cell]) holes++;
        return holes;
    }

    /// The count to hide next: an inner one before a total, one that also closes a crossing line before one
    /// that opens another, a small one before a large one; zeros last, for they protect nothing.
    private int cheapest(int[] candidates) {
        int best = -1;
        for (int cell : candidates) if (!hidden[cell] && (best < 0 || cost(cell) < cost(best))) best = cell;
        return best;
    }

    private double cost(int cell) {
        double cost = table.value(cell);
        if (table.isTotal(cell)) cost += 1e15;
        if (table.value(cell) == 0) cost += 1e14;
        return closesACrossingToo(cell) ? cost : cost + 1e13;
    }

    /// Besides the sum that is being closed another one has its single hole elsewhere and is closed by this
    /// count.
    private boolean closesACrossingToo(int cell) {
        int singles = 0;
        for (var sum : sumsOf.get(cell)) if (holes(sum) == 1) singles++;
        return singles > 1;
    }
}
