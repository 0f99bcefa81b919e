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
    private final @Nullable Variable[][] dots;
    private final Protected printed;

    TableAttack(Protected printed, int rows, int columns) {
        this.printed = printed;
        dots = new Variable[rows + 1][columns + 1];
        for (int r = 0; r <= rows; r++)
            for (int c = 0; c <= columns; c++)
                if (printed.count(r, c).isEmpty())
                    dots[r][c] = model.addVariable(r + "/" + c)
                            .lower(BigDecimal.ZERO)
                            .upper(BigDecimal.valueOf(MOST));
        for (int r = 0; r <= rows; r++) {
            var line = new ArrayList<int[]>();
            for (int c = 0; c <= columns; c++) line.add(new int[] {r, c});
            sum(line);
        }
        for (int c = 0; c <= columns; c++) {
            var line = new ArrayList<int[]>();
            for (int r = 0; r <= rows; r++) line.add(new int[] {r, c});
            sum(line);
        }
    }

    /// All but the last add up to the last.
    private void sum(List<int[]> line) {
        var expression = model.addExpression();
        long known = 0;
        for (int n = 0; n < line.size(); n++) {
            var cell = line.get(n);
            int sign = n == line.size() - 1 ? -1 : 1;
            var dot = dots[cell[0]][cell[1]];
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
