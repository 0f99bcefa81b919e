package org.wirknetz.analysis.disclosure;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.wirknetz.analysis.Effort;

/// Several tables printed one after the other, in the hands of one reader who knows which rows have stayed the
/// same: what hides a count in each of them need not hide it in all.
public final class Together {
    /// For linear programs, by their size: counts times sums.
    static final long MOST_WORK = 50_000_000;

    private final CountRule rule;
    private final Budget programs;
    private final Budget readers;
    private final List<Printed> tables = new ArrayList<>();

    private Together(CountRule rule, Budget programs, Budget readers) {
        this.rule = rule;
        this.programs = programs;
        this.readers = readers;
    }

    public static Together under(CountRule rule) {
        return under(rule, new Budget(MOST_WORK), new Budget(Suppression.MOST_READERS));
    }

    static Together under(CountRule rule, Budget programs, Budget readers) {
        return new Together(rule, programs, readers);
    }

    /// Whether there were too many programs to find an answer; what might have been safe was then refused.
    public boolean gaveUp() {
        return programs.isUsedUp();
    }

    /// One table as it was printed.
    ///
    /// @param hidden by row and column, the totals last
    /// @param rows of each row what tells it from others: rows of the same number are the same counts, in
    /// whatever table
    /// @param marks with what is still known of the parts that were given to it
    public Together with(CountTable table, boolean[][] hidden, int[] rows, Marks marks) {
        tables.add(new Printed(table, flat(table, hidden), unsafe(table), rows.clone(), marks.insiders()));
        return this;
    }

    /// The new table as it may follow: protected by itself and beside all there are already. Where it is
    /// not, its sums over the rows are hidden too. Empty where that is not enough either.
    public Optional<Protected> follow(CountTable table, Marks marks, int[] rows, Effort effort) {
        var alone = Protected.of(table, rule, marks, effort, readers);
        if (alone.holds() && holdsWith(alone, table, marks, rows)) return Optional.of(alone);
        for (int c = 0; c < table.columns(); c++) marks.hide(table.rows(), c, Cause.BEFORE);
        var less = Protected.of(table, rule, marks, effort, readers);
        return less.holds() && holdsWith(less, table, marks, rows) ? Optional.of(less) : Optional.empty();
    }

    private boolean holdsWith(Protected last, CountTable table, Marks marks, int[] rows) {
        if (tables.isEmpty()) return true;
        var hidden = new boolean[table.rows() + 1][table.columns() + 1];
        for (int r = 0; r <= table.rows(); r++)
            for (int c = 0; c <= table.columns(); c++) hidden[r][c] = last.isHidden(r, c);
        // Whatever it is hidden for by now: what somebody's own part spoils is no safer for it.
        var unsafe = unsafe(table);
        for (int cell = 0; cell < unsafe.length; cell++)
            unsafe[cell] |= marks.insiders().spoil(cell, rule);
        tables.add(new Printed(table, flat(table, hidden), unsafe, rows, marks.insiders()));
        var joined = new Joined(tables, programs);
        boolean holds = holds(joined) && holdsInside(joined, marks) && leavesFormer(joined);
        tables.removeLast();
        return holds;
    }

    private static boolean[] flat(CountTable table, boolean[][] hidden) {
        var flat = new boolean[table.size()];
        for (int r = 0; r < hidden.length; r++)
            for (int c = 0; c < hidden[r].length; c++) flat[table.index(r, c)] = hidden[r][c];
        return flat;
    }

    /// Whether every unsafe count keeps its span against a reader of all tables.
    public boolean holds() {
        return holds(new Joined(tables, programs));
    }

    private boolean holds(Joined joined) {
        var reader = joined.outside();
        for (int number = 0; number < tables.size(); number++) {
            var printed = tables.get(number);
            for (int cell = 0; cell < printed.table().size(); cell++) {
                if (!printed.hidden()[cell] || !printed.unsafe()[cell]) continue;
                long value = isUnsafe(printed.table(), cell) ? printed.table().value(cell) : 0;
                if (!joined.spans(number, cell, Math.max(rule.minimum(), value), reader)) return false;
            }
        }
        return true;
    }

    /// Whether those who know their own part of the last table keep their span beside all tables.
    private boolean holdsInside(Joined joined, Marks marks) {
        var insiders = marks.insiders();
        if (insiders.none()) return true;
        int number = tables.size() - 1;
        var printed = tables.getLast();
        var readers = new IdentityHashMap<long[], Reader>();
        for (int at = 0; at < printed.table().size(); at++) {
            int cell = at;
            if (!printed.hidden()[cell] || !printed.unsafe()[cell]) continue;
            Predicate<Insiders.Known> keeps = it -> joined.spans(
                    number, cell, it.span(), readers.computeIfAbsent(it.least(), own -> joined.inside(number, own)));
            if (insiders.atMost(cell, rule).stream().allMatch(keeps)) continue;
            if (programs.isUsedUp()) return false;
            var each = insiders.each(cell, rule, printed.hidden());
            if (each.isEmpty() || !each.stream().allMatch(keeps)) return false;
        }
        return true;
    }

    /// Whether those who know their own part of former tables keep their span at these, or at least all they
    /// had before: whose parts they were is forgotten, so that the most anybody could know in all tables
    /// stands for each.
    private boolean leavesFormer(Joined joined) {
        var before = new Joined(List.copyOf(tables.subList(0, tables.size() - 1)), programs);
        return leavesFormer(joined, before, Insiders::one, rule.minimum())
                && leavesFormer(joined, before, Insiders::two, rule.ofTwo().minimum());
    }

    private boolean leavesFormer(Joined joined, Joined before, Function<Insiders, long[]> knows, long needed) {
        var own = tables.stream().map(it -> knows.apply(it.insiders())).toList();
        var now = joined.inside(own);
        var then = before.inside(own.subList(0, own.size() - 1));
        for (int number = 0; number < tables.size() - 1; number++) {
            var printed = tables.get(number);
            for (int cell = 0; cell < printed.table().size(); cell++) {
                if (!printed.hidden()[cell]
                        || !printed.unsafe()[cell] && !printed.insiders().spoil(cell, rule)) continue;
                if (joined.spans(number, cell, needed, now)) continue;
                if (before.spans(number, cell, needed, then)
                        || programs.isUsedUp()
                        || joined.width(number, cell, now) < before.width(number, cell, then)) return false;
            }
        }
        return true;
    }

    private boolean[] unsafe(CountTable table) {
        var unsafe = new boolean[table.size()];
        for (int cell = 0; cell < unsafe.length; cell++) unsafe[cell] = isUnsafe(table, cell);
        return unsafe;
    }

    private boolean isUnsafe(CountTable table, int cell) {
        return rule.isUnsafe(table.value(cell)) || table.count(table.row(cell), table.columns()) < rule.minimumBody();
    }
}
