package org.wirknetz.analysis.disclosure;

import java.math.BigDecimal;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;
import org.wirknetz.analysis.Range;

/// What can be worked out about hidden counts from the published ones: the least and the largest that all
/// sums allow, by linear programming. A table of rows and columns has a totally unimodular matrix, so the
/// ends are whole numbers.
final class Bounds {
    private final CountTable table;
    private final boolean[] hidden;
    private final long[] least;

    Bounds(CountTable table, boolean[] hidden) {
        this(table, hidden, new long[table.size()]);
    }

    /// @param least what a reader knows to lie in each count at least
    Bounds(CountTable table, boolean[] hidden, long[] least) {
        this.table = table;
        this.hidden = hidden;
        this.least = least;
    }

    /// Without an upper end where a hidden total leaves it open.
    Range of(int cell) {
        double high = end(cell, true);
        return new Range(end(cell, false), high >= ceiling().doubleValue() ? Double.POSITIVE_INFINITY : high);
    }

    private double end(int cell, boolean largest) {
        var model = new ExpressionsBasedModel();
        var variables = new Variable[table.size()];
        for (int i = 0; i < variables.length; i++)
            // Counts are at least 0; no count exceeds a published or hidden total, which the sums see to themselves.
            if (hidden[i])
                variables[i] = model.addVariable("c" + i)
                        .lower(BigDecimal.valueOf(least[i]))
                        .upper(ceiling());
        int number = 0;
        for (var sum : table.sums()) {
            var expression = model.addExpression("s" + number++);
            long published = 0;
            boolean open = false;
            for (int k = 0; k < sum.length; k++) {
                int sign = k == sum.length - 1 ? -1 : 1;
                if (hidden[sum[k]]) {
                    expression.set(variables[sum[k]], sign);
                    open = true;
                } else published += sign * table.value(sum[k]);
            }
            if (open) expression.level(BigDecimal.valueOf(-published));
        }
        variables[cell].weight(BigDecimal.ONE);
        var result = largest ? model.maximise() : model.minimise();
        if (!result.getState().isOptimal() && result.getState() != Optimisation.State.OPTIMAL)
            throw new IllegalStateException("The bounds of a hidden count could not be computed: " + result.getState());
        return Math.rint(result.get(model.indexOf(variables[cell])).doubleValue());
    }

    /// Far above any count, so that a table with hidden totals stays bounded.
    private BigDecimal ceiling() {
        long most = 1000;
        for (int i = 0; i < table.size(); i++) most = Math.max(most, table.value(i));
        return BigDecimal.valueOf(most).multiply(BigDecimal.TEN);
    }
}
