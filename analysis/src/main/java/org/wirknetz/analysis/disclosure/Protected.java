package org.wirknetz.analysis.disclosure;

import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;

/// A table in which unsafe counts are hidden, and as many others as it takes that no hidden one can be
/// worked out from the totals: the one way out for such tables, to page, file, interface and alternative
/// text alike.
///
/// Complementary suppression as for official tables (Cox 1980; Hundepool et al. 2012): while a sum has
/// exactly one hole, the smallest other count is hidden too, best where it also serves the crossing line;
/// then exact bounds are computed, and more is hidden until every hole could be
/// anything across a span of at least the minimum.
public final class Protected {
    /// Printed in the place of a hidden count.
    public static final String HIDDEN = "•";

    private final CountTable table;
    private final boolean[] hidden;
    private final @Nullable Cause[] causes;
    private final boolean holds;

    private Protected(CountTable table, boolean[] hidden, @Nullable Cause[] causes, boolean holds) {
        this.table = table;
        this.hidden = hidden;
        this.causes = causes;
        this.holds = holds;
    }

    public static Protected of(CountTable table, CountRule rule) {
        return of(table, rule, Effort.threads(1));
    }

    /// On one thread, whatever the effort.
    public static Protected of(CountTable table, CountRule rule, Effort effort) {
        return of(table, rule, Marks.on(table), effort);
    }

    /// @param marks of this table
    public static Protected of(CountTable table, CountRule rule, Marks marks, Effort effort) {
        return of(table, rule, marks, effort, new Budget(Suppression.MOST_READERS));
    }

    /// @param readers how many may be tried one by one
    static Protected of(CountTable table, CountRule rule, Marks marks, Effort effort, Budget readers) {
        var suppression = new Suppression(table, rule, marks, readers);
        suppression.run(effort);
        return new Protected(table, suppression.hidden(), suppression.causes(), suppression.holds());
    }

    /// A table that was published before, once more: what is marked is hidden and nothing else, for it tells
    /// nothing new.
    public static Protected asMarked(CountTable table, Marks marks) {
        var causes = marks.causes();
        var hidden = new boolean[table.size()];
        for (int cell = 0; cell < hidden.length; cell++) hidden[cell] = causes[cell] != null;
        return new Protected(table, hidden, causes, true);
    }

    /// Whether every hidden count could be anything across the span it needs. Only what readers know
    /// already can make this impossible; then nothing of the table may be published.
    public boolean holds() {
        return holds;
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
        return cause(row, column)
                .filter(it -> it != Cause.COMPLEMENT && it != Cause.BEFORE)
                .isPresent();
    }

    /// Why it is hidden. Not for publication.
    public Optional<Cause> cause(int row, int column) {
        return Optional.ofNullable(causes[table.index(row, column)]);
    }

    /// Between which counts a reader of the published table knows this one to lie: exact; infinite where
    /// nothing limits it.
    public Range bounds(int row, int column) {
        int cell = table.index(row, column);
        return hidden[cell] ? new Bounds(table, hidden).of(cell) : new Range(table.value(cell), table.value(cell));
    }
}
