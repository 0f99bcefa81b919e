package org.wirknetz.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.ReadingChoice;
import org.wirknetz.platform.tables.Recognition;
import org.wirknetz.platform.tables.Row;
import org.wirknetz.platform.tables.Table;
import org.wirknetz.platform.tables.TableKind;
import org.wirknetz.platform.tables.Unreadable;

/// What the files of an import were taken for, with the first rows, for a person to look over.
public record Recognised(List<Sheet> sheets, List<ImportReport.Line> findings) {

    private static final int FIRST_LINES = 30;
    private static final int FIRST_ROWS = 5;
    private static final int LETTERS = 90;

    /// @param kind null where the table is left out, or nobody knows yet what it holds
    /// @param lines the first lines of the table, among which the headings stand
    public record Sheet(
            String file,
            @Nullable String sheet,
            @Nullable TableKind kind,
            int headingLine,
            List<Opening> lines,
            List<String> headings,
            Map<Integer, String> columns,
            Set<ReadingChoice> choices,
            List<List<String>> preview) {

        /// The field a column is taken for; empty for a free field.
        public String field(int column) {
            return columns.getOrDefault(column, "");
        }

        public String name() {
            return sheet == null ? file : file + " · " + sheet;
        }

        public boolean passesOverUnknownStatus() {
            return choices.contains(ReadingChoice.PASS_OVER_UNKNOWN_STATUS);
        }
    }

    /// One of the first lines, as it reads at a glance.
    public record Opening(int line, String text) {
        static Opening of(Row row) {
            var text = row.cells().stream()
                    .filter(it -> !it.blank())
                    .map(it -> Folded.tidy(it.text()))
                    .limit(12)
                    .collect(Collectors.joining(" · "));
            return new Opening(row.at().line(), text.length() <= LETTERS ? text : text.substring(0, LETTERS) + "…");
        }
    }

    static Recognised of(
            List<Table> tables, List<Recognition> recognised, ImportMapping mapping, List<ImportReport.Line> findings) {
        var sheets = new ArrayList<Sheet>();
        for (var table : tables) {
            var first = first(table);
            if (first.isEmpty()) continue;
            var found = recognised.stream().filter(it -> it.table() == table).findFirst();
            sheets.add(found.map(it -> known(it, mapping, first)).orElseGet(() -> unknown(table, first)));
        }
        return new Recognised(sheets, findings);
    }

    private static Sheet known(Recognition found, ImportMapping mapping, List<Row> first) {
        var table = found.table();
        var read = mapping.on(List.of(found)).stream().findFirst();
        return new Sheet(
                table.file(),
                table.sheet(),
                read.map(Recognition::kind).orElse(null),
                found.headingLine(),
                first.stream().map(Opening::of).toList(),
                found.headings(),
                read.orElse(found).columns(),
                read.orElse(found).choices(),
                texts(found.preview(), found.headings().size()));
    }

    /// Nobody knows what it holds: a person may say it, and where the headings stand.
    private static Sheet unknown(Table table, List<Row> first) {
        var headings = first.getFirst().cells().stream()
                .map(it -> Folded.tidy(it.text()))
                .toList();
        return new Sheet(
                table.file(),
                table.sheet(),
                null,
                first.getFirst().at().line(),
                first.stream().map(Opening::of).toList(),
                headings,
                Map.of(),
                Set.of(),
                texts(first.subList(1, first.size()), headings.size()));
    }

    private static List<List<String>> texts(List<Row> rows, int columns) {
        return rows.stream()
                .limit(FIRST_ROWS)
                .map(row -> IntStream.range(0, columns)
                        .mapToObj(column -> row.cell(column).text())
                        .toList())
                .toList();
    }

    private static List<Row> first(Table table) {
        try (var rows = table.rows()) {
            return rows.limit(FIRST_LINES).toList();
        } catch (Unreadable broken) {
            return List.of(); // the findings say what is wrong with it
        }
    }
}
