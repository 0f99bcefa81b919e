package org.wirknetz.analysis.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;
import org.wirknetz.analysis.Effort;
import org.wirknetz.analysis.Range;

/// Several tables printed one after the other, in the hands of one reader who knows which rows have stayed the
/// same: what hides a count in each of them need not hide it in all.
public final class Together {
    private final CountRule rule;
    private final List<Printed> tables = new ArrayList<>();

    private Together(CountRule rule) {
        this.rule = rule;
    }

    /// One table as it was printed.
    ///
    /// @param unsafe what must keep its span: counts that are too small, and what somebody who takes off their
    /// own part would be left with
    /// @param rows of each row what tells it from others: rows of the same number are the same counts, in
    /// whatever table
    private record Printed(CountTable table, boolean[] hidden, boolean[] unsafe, int[] rows) {
        /// Sums are each table's own.
        String key(int number, int cell) {
            int row = table.row(cell);
            return row == table.rows() ? "sum " + number + "/" + cell : rows[row] + "/" + (cell - table.index(row, 0));
        }
    }

    public static Together under(CountRule rule) {
        return new Together(rule);
    }

    /// @param hidden by row and column, the totals last
    public Together with(CountTable table, boolean[][] hidden, int[] rows) {
        tables.add(new Printed(table, flat(table, hidden), unsafe(table), rows.clone()));
        return this;
    }

    /// The new table as it may follow: protected by itself and beside all there are already. Where it is
    /// not, its sums over the rows are hidden too. Empty where that is not enough either.
    public Optional<Protected> follow(CountTable table, Marks marks, int[] rows, Effort effort) {
        var alone = Protected.of(table, rule, marks, effort);
        if (alone.holds() && holdsWith(alone, table, marks, rows)) return Optional.of(alone);
        for (int c = 0; c < table.columns(); c++) marks.hide(table.rows(), c, Cause.BEFORE);
        var less = Protected.of(table, rule, marks, effort);
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
        tables.add(new Printed(table, flat(table, hidden), unsafe, rows));
        boolean holds = holds() && holdsInside(marks);
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
        var known = known();
        var variables = new HashMap<String, Variable>();
        var model = model(known, variables);
        for (int number = 0; number < tables.size(); number++) {
            var printed = tables.get(number);
            for (int cell = 0; cell < printed.table().size(); cell++) {
                if (!printed.hidden()[cell] || !printed.unsafe()[cell]) continue;
                var variable = variables.get(printed.key(number, cell));
                if (variable == null) return false;
                long value = isUnsafe(printed.table(), cell) ? printed.table().value(cell) : 0;
                long needed = Math.max(rule.minimum(), value);
                if (span(model, variable).width() < needed) return false;
            }
        }
        return true;
    }

    /// Whether those who know their own part of the last table keep their span beside all tables.
    private boolean holdsInside(Marks marks) {
        var insiders = marks.insiders();
        if (insiders.none()) return true;
        int number = tables.size() - 1;
        var printed = tables.getLast();
        var variables = new HashMap<String, Variable>();
        var model = model(known(), variables);
        for (int cell = 0; cell < printed.table().size(); cell++) {
            if (!printed.hidden()[cell] || !printed.unsafe()[cell]) continue;
            var at = cell;
            if (insiders.atMost(cell, rule).stream().allMatch(it -> keeps(model, variables, number, at, it))) continue;
            var each = insiders.each(cell, rule, printed.hidden());
            if (each.isEmpty() || !each.stream().allMatch(it -> keeps(model, variables, number, at, it))) return false;
        }
        return true;
    }

    private boolean keeps(
            ExpressionsBasedModel model, Map<String, Variable> variables, int number, int cell, Insiders.Known reader) {
        var printed = tables.get(number);
        var raised = new ArrayList<Variable>();
        for (int other = 0; other < printed.table().size(); other++) {
            var variable = variables.get(printed.key(number, other));
            if (variable == null) continue;
            variable.lower(BigDecimal.valueOf(reader.least()[other]));
            raised.add(variable);
        }
        var hole = variables.get(printed.key(number, cell));
        boolean keeps = hole != null && span(model, hole).width() >= reader.span();
        raised.forEach(it -> it.lower(BigDecimal.ZERO));
        return keeps;
    }

    private boolean[] unsafe(CountTable table) {
        var unsafe = new boolean[table.size()];
        for (int cell = 0; cell < unsafe.length; cell++) unsafe[cell] = isUnsafe(table, cell);
        return unsafe;
    }

    private boolean isUnsafe(CountTable table, int cell) {
        return rule.isUnsafe(table.value(cell)) || table.count(table.row(cell), table.columns()) < rule.minimumBody();
    }

    /// What is printed in one table is known in all.
    private Map<String, Long> known() {
        var known = new HashMap<String, Long>();
        for (int number = 0; number < tables.size(); number++) {
            var printed = tables.get(number);
            for (int cell = 0; cell < printed.table().size(); cell++)
                if (!printed.hidden()[cell])
                    known.put(printed.key(number, cell), printed.table().value(cell));
        }
        return known;
    }

    private ExpressionsBasedModel model(Map<String, Long> known, Map<String, Variable> variables) {
        var model = new ExpressionsBasedModel();
        var ceiling = ceiling();
        int count = 0;
        for (int number = 0; number < tables.size(); number++) {
            var printed = tables.get(number);
            for (var sum : printed.table().sums()) {
                var expression = model.addExpression("s" + count++);
                long published = 0;
                for (int k = 0; k < sum.length; k++) {
                    int sign = k == sum.length - 1 ? -1 : 1;
                    var key = printed.key(number, sum[k]);
                    var value = known.get(key);
                    if (value != null) published += sign * value;
                    else
                        expression.set(
                                variables.computeIfAbsent(
                                        key,
                                        it -> model.addVariable(it)
                                                .lower(BigDecimal.ZERO)
                                                .upper(ceiling)),
                                sign);
                }
                expression.level(BigDecimal.valueOf(-published));
            }
        }
        return model;
    }

    /// Far above any count, so that hidden totals stay bounded.
    private BigDecimal ceiling() {
        long most = 1000;
        for (var printed : tables)
            for (int cell = 0; cell < printed.table().size(); cell++)
                most = Math.max(most, printed.table().value(cell));
        return BigDecimal.valueOf(most).multiply(BigDecimal.TEN);
    }

    private static Range span(ExpressionsBasedModel model, Variable variable) {
        variable.weight(BigDecimal.ONE);
        var low = model.minimise();
        var high = model.maximise();
        variable.weight(null);
        if (!low.getState().isOptimal() || !high.getState().isOptimal())
            throw new IllegalStateException("The bounds of a hidden count could not be computed: " + high.getState());
        return new Range(Math.rint(low.getValue()), Math.rint(high.getValue()));
    }
}
