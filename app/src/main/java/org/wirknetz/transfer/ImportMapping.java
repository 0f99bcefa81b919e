package org.wirknetz.transfer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Recognition;
import org.wirknetz.platform.tables.TableKind;

/// What each table of the files is taken for, as recognised or as a person corrected it.
///
/// @param tables one entry a table, in the order of the files; a table left out is not imported
public record ImportMapping(List<Sheet> tables) {

    /// @param kind null leaves the table out
    /// @param columns field by column, counted from 0
    public record Sheet(
            String file, @Nullable String sheet, @Nullable TableKind kind, Map<Integer, String> columns) {
        public Sheet {
            columns = Map.copyOf(columns);
        }

        boolean is(Recognition recognition) {
            return file.equals(recognition.table().file())
                    && java.util.Objects.equals(sheet, recognition.table().sheet());
        }
    }

    public ImportMapping {
        tables = List.copyOf(tables);
    }

    static ImportMapping of(List<Recognition> recognised) {
        return new ImportMapping(recognised.stream()
                .map(it -> new Sheet(it.table().file(), it.table().sheet(), it.kind(), it.columns()))
                .toList());
    }

    /// The recognised tables as this mapping corrects them; what it does not name stays as recognised.
    List<Recognition> on(List<Recognition> recognised) {
        return recognised.stream()
                .map(it -> tables.stream()
                        .filter(sheet -> sheet.is(it))
                        .findFirst()
                        .map(sheet -> corrected(it, sheet))
                        .orElse(it))
                .filter(java.util.Objects::nonNull)
                .map(it -> (Recognition) it)
                .toList();
    }

    private static @Nullable Recognition corrected(Recognition recognition, Sheet sheet) {
        if (sheet.kind() == null) return null;
        return new Recognition(
                recognition.table(),
                sheet.kind(),
                recognition.headingLine(),
                recognition.headings(),
                new TreeMap<>(sheet.columns()),
                1,
                recognition.preview());
    }
}
