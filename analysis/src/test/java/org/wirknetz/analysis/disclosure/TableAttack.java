package org.wirknetz.analysis.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.wirknetz.analysis.Range;

/// What somebody can work out who has nothing but the printed table: rows and columns with their totals,
/// dots in the place of some. One linear program for all of it, put together from what is printed alone.
final class TableAttack {
    private static final long MOST = 100_000;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final int rows;
    private final int columns;
    private final @Nullable Variable[][] dots;

    TableAttack(Protected printed, int rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        dots = dots(printed, "a");
        sums(printed, dots);
    }

    /// The reader gave this part of the inner counts themselves.
    void knows(long[][] own) {
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++) {
                var dot = dots[r][c];
                if (dot != null) dot.lower(BigDecimal.valueOf(own[r][c]));
            }
    }

    private @Nullable Variable[][] dots(Protected printed, String name) {
        var found = new Variable[rows + 1][columns + 1];
        for (int r = 0; r <= rows; r++)
            for (int c = 0; c <= columns; c++)
                if (printed.count(r, c).isEmpty())
                    found[r][c] = model.addVariable(name + r + "/" + c)
                            .lower(BigDecimal.ZERO)
                            .upper(BigDecimal.valueOf(MOST));
        return found;
    }

    /// The reader has another table too, in which one row has changed and the others are the same.
    void also(Protected other, int changed) {
        var theirs = dots(other, "b");
        sums(other, theirs);
        for (int r = 0; r < rows; r++)
            for (int c = 0; r != changed && c <= columns; c++) {
                var mine = dots[r][c];
                var same = theirs[r][c];
                if (mine != null && same != null)
                    model.addExpression().set(mine, 1).set(same, -1).level(BigDecimal.ZERO);
                else if (mine != null)
                    model.addExpression()
                            .set(mine, 1)
                            .level(BigDecimal.valueOf(other.count(r, c).orElseThrow()));
            }
    }

    private void sums(Protected printed, @Nullable Variable[][] unknown) {
        for (int r = 0; r <= rows; r++) {
            var line = new ArrayList<int[]>();
            for (int c = 0; c <= columns; c++) line.add(new int[] {r, c});
            sum(printed, unknown, line);
        }
        for (int c = 0; c <= columns; c++) {
            var line = new ArrayList<int[]>();
            for (int r = 0; r <= rows; r++) line.add(new int[] {r, c});
            sum(printed, unknown, line);
        }
    }

    /// All but the last add up to the last.
    private void sum(Protected printed, @Nullable Variable[][] unknown, List<int[]> line) {
        var expression = model.addExpression();
        long known = 0;
        for (int n = 0; n < line.size(); n++) {
            var cell = line.get(n);
            int sign = n == line.size() - 1 ? -1 : 1;
            var dot = unknown[cell[0]][cell[1]];
            if (dot == null) known += sign * printed.count(cell[0], cell[1]).orElseThrow();
            else expression.set(dot, sign);
        }
        expression.level(BigDecimal.valueOf(-known));
    }

    /// The least and the largest that agree with everything printed.
    Range narrow(int row, int column) {
        var dot = dots[row][column];
        if (dot == null) throw new IllegalArgumentException("printed");
        dot.weight(BigDecimal.ONE);
        double low = model.minimise().getValue(), high = model.maximise().getValue();
        dot.weight(null);
        return new Range(Math.rint(low), Math.rint(high));
    }
}
