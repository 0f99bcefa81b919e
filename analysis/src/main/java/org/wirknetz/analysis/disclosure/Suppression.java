package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Effort;

/// Decides which counts of a table are hidden.
final class Suppression {
    /// So many readers are tried one by one at some count; then the most that anybody could know stands for all
    /// of them, and more is hidden.
    static final long MOST_READERS = 300_000;

    private final CountTable table;
    private final CountRule rule;
    private final List<int[]> sums;
    private final List<List<int[]>> sumsOf = new ArrayList<>();
    private final Marks marks;
    private final @Nullable Cause[] causes;
    private final boolean[] hidden;
    /// Holes wide enough stay so: to hide more only leaves a reader more to guess.
    private final boolean[] wide;
    private final Budget readers;

    Suppression(CountTable table, CountRule rule, Marks marks, Budget readers) {
        this.readers = readers;
        this.table = table;
        this.rule = rule;
        this.marks = marks;
        sums = table.sums();
        causes = marks.causes();
        hidden = new boolean[table.size()];
        wide = new boolean[table.size()];
        for (int cell = 0; cell < table.size(); cell++) sumsOf.add(new ArrayList<>());
        for (var sum : sums) for (int cell : sum) sumsOf.get(cell).add(sum);
    }

    boolean[] hidden() {
        return hidden;
    }

    @Nullable
    Cause[] causes() {
        return causes;
    }

    /// Whether every hole is wide enough; false where too much was known before to protect the rest.
    boolean holds() {
        for (int cell = 0; cell < table.size(); cell++) if (hidden[cell] && !wide[cell]) return false;
        return true;
    }

    void run(Effort effort) {
        markUnsafe();
        do closeSingleHoles();
        while (widenOneHole(effort));
        effort.step(1, 1);
    }

    private void markUnsafe() {
        for (int cell = 0; cell < table.size(); cell++) {
            var cause = cause(cell);
            if (cause != null) causes[cell] = cause;
            else if (causes[cell] == null
                    && !marks.isKnown(cell)
                    && marks.insiders().spoil(cell, rule)) causes[cell] = Cause.OWN_PART;
            hidden[cell] = causes[cell] != null;
        }
    }

    private @Nullable Cause cause(int cell) {
        if (table.count(table.row(cell), table.columns()) < rule.minimumBody()) return Cause.SMALL_BODY;
        if (!rule.isUnsafe(table.value(cell))) return null;
        return table.value(cell) == 0 ? Cause.NOBODY : Cause.MINIMUM;
    }

    private void closeSingleHoles() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var sum : sums) {
                if (holes(sum) != 1) continue;
                int best = cheapest(sum);
                if (best < 0) continue;
                complement(best);
                changed = true;
            }
        }
    }

    /// Hides one more count where a hole is too narrow; false when all are wide enough or nothing is left
    /// to hide.
    private boolean widenOneHole(Effort effort) {
        var bounds = new Bounds(table, hidden);
        for (int cell = 0; cell < table.size(); cell++) {
            if (!hidden[cell] || wide[cell]) continue;
            effort.step(settled(), table.size());
            long needed = isUnsafe(cell) ? Math.max(rule.minimum(), table.value(cell)) : rule.minimum();
            wide[cell] = bounds.spans(cell, Math.min(needed, widest())) && isWideInside(cell);
            if (wide[cell]) continue;
            int best = -1;
            for (var sum : sumsOf.get(cell)) {
                int candidate = cheapest(sum);
                if (candidate >= 0 && (best < 0 || cost(candidate) < cost(best))) best = candidate;
            }
            if (best < 0) best = cheapest(all());
            if (best < 0) return false;
            complement(best);
            return true;
        }
        return false;
    }

    /// Whether those who know their own part are left with enough too.
    private boolean isWideInside(int cell) {
        var insiders = marks.insiders();
        if (insiders.none() || isWideFor(insiders.atMost(cell, rule), cell)) return true;
        if (readers.isUsedUp()) return false;
        var each = insiders.each(cell, rule, hidden);
        return !each.isEmpty() && readers.take(each.size()) && isWideFor(each, cell);
    }

    private boolean isWideFor(List<Insiders.Known> known, int cell) {
        return known.stream()
                .allMatch(it -> new Bounds(table, hidden, it.least()).spans(cell, Math.min(it.span(), widest())));
    }

    private void complement(int cell) {
        hidden[cell] = true;
        causes[cell] = Cause.COMPLEMENT;
    }

    private boolean isUnsafe(int cell) {
        var cause = causes[cell];
        return cause != null && cause != Cause.COMPLEMENT && cause != Cause.BEFORE;
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
        for (int cell : candidates)
            if (!hidden[cell] && !marks.isKnown(cell) && (best < 0 || cost(cell) < cost(best))) best = cell;
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
