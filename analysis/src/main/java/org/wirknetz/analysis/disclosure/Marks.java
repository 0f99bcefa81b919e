package org.wirknetz.analysis.disclosure;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What is known of the counts of a table beyond their size: which must be hidden for another cause, which a
/// reader has already, from an earlier publication, so that to hide them protects nothing, and what those who
/// contributed know from their own part.
public final class Marks {
    private final CountTable table;
    private final @Nullable Cause[] causes;
    private final boolean[] known;
    private final Insiders insiders;

    private Marks(CountTable table) {
        this.table = table;
        this.causes = new Cause[table.size()];
        this.known = new boolean[table.size()];
        this.insiders = new Insiders(table);
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

    /// One contributor's part of the inner counts, as far as it is known; never more than they gave.
    public Marks contributor(long[][] part) {
        insiders.contributor(part);
        return this;
    }

    /// What a reader knows who contributed nothing, such as whoever typed it in for several. Nobody pools
    /// with them.
    public Marks reader(long[][] part) {
        insiders.reader(part);
        return this;
    }

    /// Amounts: contributors must be left with a span of at least this part of what the others gave.
    public Marks leave(double percent) {
        insiders.leave(percent);
        return this;
    }

    Insiders insiders() {
        return insiders;
    }

    @Nullable
    Cause[] causes() {
        return Arrays.copyOf(causes, causes.length);
    }

    boolean isKnown(int cell) {
        return known[cell];
    }
}
