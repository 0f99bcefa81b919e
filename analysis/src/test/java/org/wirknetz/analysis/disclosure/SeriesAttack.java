package org.wirknetz.analysis.disclosure;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.wirknetz.analysis.Range;

/// What somebody can work out who has every table that was printed, knows which rows have stayed the same, and
/// remembers what they gave themselves. Every count is a variable; what is printed is fixed.
final class SeriesAttack {
    private static final long MOST = 100_000;

    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final Map<String, Variable> counts = new HashMap<>();
    private int tables;

    /// @param versions of each row: the same number means the same people, in whatever table
    /// @param own what the reader gave to each inner count
    void reads(Protected printed, int columns, int[] versions, long[][] own) {
        int table = tables++;
        for (int r = 0; r <= versions.length; r++) {
            var sum = model.addExpression();
            for (int c = 0; c <= columns; c++) {
                var count = variable(table, r, c, versions);
                if (r < versions.length && c < columns && count.getLowerLimit().longValue() < own[r][c])
                    count.lower(BigDecimal.valueOf(own[r][c]));
                if (printed.count(r, c).isPresent())
                    count.level(BigDecimal.valueOf(printed.count(r, c).getAsLong()));
                sum.set(count, c == columns ? -1 : 1);
            }
            sum.level(BigDecimal.ZERO);
        }
        for (int c = 0; c <= columns; c++) {
            var sum = model.addExpression();
            for (int r = 0; r <= versions.length; r++)
                sum.set(variable(table, r, c, versions), r == versions.length ? -1 : 1);
            sum.level(BigDecimal.ZERO);
        }
    }

    private Variable variable(int table, int row, int column, int[] versions) {
        var key = row == versions.length ? "sum" + table + "/" + column : versions[row] + "/" + column;
        return counts.computeIfAbsent(
                key, it -> model.addVariable(it).lower(BigDecimal.ZERO).upper(BigDecimal.valueOf(MOST)));
    }

    /// The least and the largest that agree with everything.
    Range narrow(int version, int column) {
        var count = counts.get(version + "/" + column);
        if (count == null) throw new IllegalArgumentException("no such row");
        count.weight(BigDecimal.ONE);
        double low = model.minimise().getValue(), high = model.maximise().getValue();
        count.weight(null);
        return new Range(Math.rint(low), Math.rint(high));
    }
}
