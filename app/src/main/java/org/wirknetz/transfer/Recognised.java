package org.wirknetz.transfer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Recognition;
import org.wirknetz.platform.tables.TableKind;

/// What the files of an import were taken for, with the first rows, for a person to look over.
public record Recognised(List<Sheet> sheets, List<ImportReport.Line> findings) {

    /// @param kind null where the table is left out
    public record Sheet(
            String file,
            @Nullable String sheet,
            @Nullable TableKind kind,
            int headingLine,
            List<String> headings,
            Map<Integer, String> columns,
            List<List<String>> preview) {

        /// The field a column is taken for; empty for a free field.
        public String field(int column) {
            return columns.getOrDefault(column, "");
        }

        public String name() {
            return sheet == null ? file : file + " · " + sheet;
        }
    }

    static Recognised of(List<Recognition> recognised, ImportMapping mapping, List<ImportReport.Line> findings) {
        var sheets = recognised.stream()
                .map(it -> {
                    var corrected = mapping.tables().stream()
                            .filter(sheet -> sheet.is(it))
                            .findFirst();
                    return new Sheet(
                            it.table().file(),
                            it.table().sheet(),
                            corrected.isPresent() ? corrected.get().kind() : it.kind(),
                            it.headingLine(),
                            it.headings(),
                            corrected.isPresent() ? corrected.get().columns() : it.columns(),
                            it.preview().stream()
                                    .limit(5)
                                    .map(row -> java.util.stream.IntStream.range(
                                                    0, it.headings().size())
                                            .mapToObj(column -> row.cell(column).text())
                                            .toList())
                                    .toList());
                })
                .toList();
        return new Recognised(sheets, findings);
    }
}
