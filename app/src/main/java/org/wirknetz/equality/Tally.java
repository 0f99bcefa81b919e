package org.wirknetz.equality;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// True counts, on their way into the disclosure control. They never leave this package.
record Tally(List<Counted> counted) {

    /// @param organisation null where nobody may know
    record Counted(UUID line, @Nullable UUID organisation, String answer, long number) {}

    /// By line, by answer, whoever counted.
    Map<UUID, Map<String, Long>> sums() {
        var sums = new LinkedHashMap<UUID, Map<String, Long>>();
        for (var it : counted)
            sums.computeIfAbsent(it.line(), line -> new LinkedHashMap<>()).merge(it.answer(), it.number(), Long::sum);
        return sums;
    }

    /// What each organisation gave to one column of a line.
    double[] parts(UUID line, Definition definition, String column, boolean detailed) {
        var parts = new HashMap<UUID, Long>();
        for (var it : counted) {
            if (!it.line().equals(line) || it.organisation() == null) continue;
            var of = definition.columnOf(it.answer(), detailed);
            if (column.equals(Release.TOTAL) ? !of.isEmpty() : of.equals(column))
                parts.merge(it.organisation(), it.number(), Long::sum);
        }
        return parts.values().stream().mapToDouble(Long::doubleValue).toArray();
    }

    Set<UUID> organisations() {
        var found = new HashSet<UUID>();
        for (var it : counted) if (it.organisation() != null) found.add(it.organisation());
        return found;
    }

    /// What one organisation gave to each column, over all lines.
    long[] own(UUID organisation, Definition definition, List<String> columns, boolean detailed) {
        var own = new long[columns.size()];
        for (var it : counted)
            if (organisation.equals(it.organisation()))
                add(own, definition, columns, detailed, it.answer(), it.number());
        return own;
    }

    /// The columns of one line; what is not known is in none.
    static long[] row(Map<String, Long> answers, Definition definition, List<String> columns, boolean detailed) {
        var row = new long[columns.size()];
        answers.forEach((answer, number) -> add(row, definition, columns, detailed, answer, number));
        return row;
    }

    private static void add(
            long[] row, Definition definition, List<String> columns, boolean detailed, String answer, long number) {
        int column = columns.indexOf(definition.columnOf(answer, detailed));
        if (column >= 0) row[column] += number;
    }

    static long[] total(Collection<long[]> rows, int columns) {
        var total = new long[columns];
        for (var row : rows) for (int c = 0; c < columns; c++) total[c] += row[c];
        return total;
    }
}
