package org.wirknetz.platform.tables;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a table was taken for, open to correction: a person may choose another kind or assign columns by hand.
///
/// @param kind what the table holds
/// @param headingLine the line of the headings as the person counts
/// @param headings the headings as they stand there
/// @param columns field of the kind by column, counted from 0; a column without a field is kept as a free field
/// @param confidence 0 to 1: 1 when the name of file or sheet says so, else the share of columns that were understood
/// @param preview the first rows below the headings
/// @param choices what a person chose for the reading
public record Recognition(
        Table table,
        TableKind kind,
        int headingLine,
        List<String> headings,
        Map<Integer, String> columns,
        double confidence,
        List<Row> preview,
        Set<ReadingChoice> choices) {

    /// As recognised: nobody has chosen anything yet.
    public Recognition(
            Table table,
            TableKind kind,
            int headingLine,
            List<String> headings,
            Map<Integer, String> columns,
            double confidence,
            List<Row> preview) {
        this(table, kind, headingLine, headings, columns, confidence, preview, Set.of());
    }

    public Recognition {
        choices = Set.copyOf(choices);
        headings = List.copyOf(headings);
        columns = Map.copyOf(columns);
        preview = List.copyOf(preview);
    }

    /// The same table read as something else; the columns are assigned anew by that kind's words.
    public Recognition as(TableKind other) {
        var columns = new Headings().match(other, headings);
        return new Recognition(table, other, headingLine, headings, columns, 1, preview, choices);
    }

    /// The same table with one column assigned by hand; an empty field makes the column a free field.
    public Recognition with(int column, String field) {
        var changed = new TreeMap<>(columns);
        changed.values().removeIf(field::equals);
        changed.remove(column);
        if (!field.isEmpty()) changed.put(column, field);
        return new Recognition(table, kind, headingLine, headings, changed, 1, preview, choices);
    }

    /// The same table with all columns assigned by hand, and read as chosen.
    public Recognition with(Map<Integer, String> columns, Set<ReadingChoice> choices) {
        return new Recognition(table, kind, headingLine, headings, columns, 1, preview, choices);
    }

    public boolean has(String field) {
        return columns.containsValue(field);
    }
}
