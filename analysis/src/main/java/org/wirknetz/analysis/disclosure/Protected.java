package org.wirknetz.analysis.disclosure;

import java.util.OptionalLong;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;

/// A table in which unsafe counts are hidden, and as many others as it takes that no hidden one can be worked
/// out from the totals: the one way out for such tables, to page, file, interface and alternative text alike.
///
/// Complementary suppression as for official tables (Cox 1980; Hundepool et al. 2012): while a sum has exactly
/// one hole, the smallest other count is hidden too, best where it also serves the crossing line; then exact
/// bounds are computed by linear programming, and more is hidden until every hole could be anything across a
/// span of at least the minimum.
public final class Protected {
    /// Printed in the place of a hidden count.
    public static final String HIDDEN = "•";

    private final CountTable table;
    private final boolean[] hidden;
    private final boolean[] unsafe;

    private Protected(CountTable table, boolean[] hidden, boolean[] unsafe) {
        this.table = table;
        this.hidden = hidden;
        this.unsafe = unsafe;
    }

    public static Protected of(CountTable table, CountRule rule) {
        return of(table, rule, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static Protected of(CountTable table, CountRule rule, Effort effort) {
        var suppression = new Suppression(table, rule);
        suppression.run(effort);
        return new Protected(table, suppression.hidden(), suppression.unsafe());
    }

    /// The count, empty if hidden.
    public OptionalLong count(int row, int column) {
        return isHidden(row, column) ? OptionalLong.empty() : OptionalLong.of(table.count(row, column));
    }

    public String text(int row, int column) {
        return isHidden(row, column) ? HIDDEN : Long.toString(table.count(row, column));
    }

    public boolean isHidden(int row, int column) {
        return hidden[table.index(row, column)];
    }

    /// Hidden because of its own count; the others are hidden to protect these. Not for publication.
    public boolean isUnsafe(int row, int column) {
        return unsafe[table.index(row, column)];
    }

    /// Between which counts a reader of the published table knows this one to lie: exact.
    public Range bounds(int row, int column) {
        int cell = table.index(row, column);
        return hidden[cell] ? new Bounds(table, hidden).of(cell) : new Range(table.value(cell), table.value(cell));
    }
}
