package org.wirknetz.analysis.disclosure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Variable;

/// Counts nobody has printed that hang together by sums: what one of them can be depends on the others, and on
/// nothing else. Asked by linear programs; each solution is also an example for the counts asked for after it.
final class OpenCounts {
    private final Map<Integer, Variable> variables = new HashMap<>();
    private final ExpressionsBasedModel model = new ExpressionsBasedModel();
    private final List<Long> values;
    private final Budget programs;
    private final BigDecimal ceiling;
    private int equations;

    private OpenCounts(List<Long> values, Budget programs) {
        this.values = values;
        this.programs = programs;
        // Far above any count, so that hidden totals stay bounded.
        long most = 1000;
        for (long value : values) most = Math.max(most, value);
        ceiling = BigDecimal.valueOf(most).multiply(BigDecimal.TEN);
    }

    /// @param sums by the numbers of their counts, the whole last
    /// @param known whether a count is printed
    static Iterable<OpenCounts> of(List<int[]> sums, List<Long> values, List<Boolean> known, Budget programs) {
        var together = new int[values.size()];
        for (int count = 0; count < together.length; count++) together[count] = count;
        for (var sum : sums) {
            int first = -1;
            for (int count : sum)
                if (!known.get(count)) {
                    if (first >= 0) together[head(together, count)] = head(together, first);
                    first = count;
                }
        }
        var parts = new HashMap<Integer, OpenCounts>();
        for (var sum : sums)
            for (int count : sum)
                if (!known.get(count)) {
                    parts.computeIfAbsent(head(together, count), it -> new OpenCounts(values, programs))
                            .add(sum, known);
                    break;
                }
        return new ArrayList<>(parts.values());
    }

    private static int head(int[] together, int count) {
        int head = count;
        while (together[head] != head) head = together[head] = together[together[head]];
        return head;
    }

    private void add(int[] sum, List<Boolean> known) {
        var expression = model.addExpression("s" + equations++);
        long published = 0;
        for (int k = 0; k < sum.length; k++) {
            int sign = k == sum.length - 1 ? -1 : 1;
            if (known.get(sum[k])) published += sign * values.get(sum[k]);
            else expression.set(variables.computeIfAbsent(sum[k], this::variable), sign);
        }
        expression.level(BigDecimal.valueOf(-published));
    }

    private Variable variable(int count) {
        return model.addVariable("c" + count).lower(BigDecimal.ZERO).upper(ceiling);
    }

    Iterable<Integer> counts() {
        return variables.keySet();
    }

    /// Whether a count could be anything across a span of so much, to a reader; false also where the programs
    /// are used up.
    boolean spans(int count, long needed, Reader reader) {
        reader.sees(count, values.get(count));
        if (reader.sawSpan(count, needed)) return true;
        return solved(count, true, reader) && reader.sawSpan(count, needed)
                || solved(count, false, reader) && reader.sawSpan(count, needed);
    }

    private boolean solved(int count, boolean largest, Reader reader) {
        if (!programs.take((long) variables.size() * equations)) return false;
        var variable = variables.get(count);
        if (variable == null) throw new IllegalArgumentException("no such count");
        // What a reader before this one could rule out stays written in the model unless it is taken back.
        variables.forEach((other, it) ->
                it.lower(BigDecimal.valueOf(reader.least()[other])).upper(ceiling));
        variable.weight(BigDecimal.ONE);
        var result = largest ? model.maximise() : model.minimise();
        variable.weight(null);
        if (!result.getState().isOptimal())
            throw new IllegalStateException("The bounds of a hidden count could not be computed: " + result.getState());
        variables.forEach((other, it) -> reader.sees(other, result.doubleValue(model.indexOf(it))));
        return true;
    }
}
