package org.wirknetz.analysis.disclosure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is known of the counts of a table beyond their size: which must be hidden for another cause, and
/// which a reader has already, from an earlier publication, so that to hide them protects nothing.
public final class Marks {
    private final CountTable table;
    private final @Nullable Cause[] causes;
    private final boolean[] known;

    private Marks(CountTable table) {
        this.table = table;
        this.causes = new Cause[table.size()];
        this.known = new boolean[table.size()];
    }

    public static Marks on(CountTable table) {
        return new Marks(table);
    }

    /// To be hidden; the first cause stays.
    public Marks hide(int row, int column, Cause cause) {
        int cell = table.index(row, column);
        if (causes[cell] == null) causes[cell] = cause;
        return this;
    }

    public Marks known(int row, int column) {
        known[table.index(row, column)] = true;
        return this;
    }

    @Nullable
    Cause[] causes() {
        return Arrays.copyOf(causes, causes.length);
    }

    boolean isKnown(int cell) {
        return known[cell];
    }
}
