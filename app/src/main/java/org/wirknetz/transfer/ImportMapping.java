package org.wirknetz.transfer;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.ReadingChoice;
import org.wirknetz.platform.tables.Recogniser;
import org.wirknetz.platform.tables.Recognition;
import org.wirknetz.platform.tables.Table;
import org.wirknetz.platform.tables.TableKind;

/// What each table of the files is taken for, as recognised or as a person corrected it.
///
/// @param tables one entry a table, in the order of the files; a table left out is not imported
public record ImportMapping(List<Sheet> tables) {

    /// @param kind null leaves the table out
    /// @param headingLine the line of the headings as the person counts; null where nobody has chosen one
    /// @param columns field by column, counted from 0; null takes them as the headings say
    public record Sheet(
            String file,
            @Nullable String sheet,
            @Nullable TableKind kind,
            @Nullable Integer headingLine,
            @Nullable Map<Integer, String> columns,
            Set<ReadingChoice> choices) {
        public Sheet {
            columns = columns == null ? null : Map.copyOf(columns);
            // A mapping kept before there was anything to choose.
            choices = choices == null ? Set.of() : Set.copyOf(choices);
        }

        boolean is(Table table) {
            return file.equals(table.file()) && Objects.equals(sheet, table.sheet());
        }

        private Recognition on(Recognition found) {
            return found.with(columns == null ? found.columns() : columns, choices);
        }
    }

    public ImportMapping {
        tables = List.copyOf(tables);
    }

    Optional<Sheet> of(Table table) {
        return tables.stream().filter(it -> it.is(table)).findFirst();
    }

    /// A table as this mapping says it is to be read; empty where it leaves that to the headings.
    Optional<Recognition> byHand(Table table) {
        var sheet = of(table).orElse(null);
        if (sheet == null || sheet.kind() == null || sheet.headingLine() == null) return Optional.empty();
        return new Recogniser().byHand(table, sheet.kind(), sheet.headingLine()).map(sheet::on);
    }

    /// The recognised tables as this mapping corrects them; what it does not name stays as recognised.
    List<Recognition> on(List<Recognition> recognised) {
        return recognised.stream()
                .flatMap(it -> of(it.table()).map(sheet -> corrected(it, sheet)).orElse(Optional.of(it)).stream())
                .toList();
    }

    private static Optional<Recognition> corrected(Recognition recognition, Sheet sheet) {
        var kind = sheet.kind();
        if (kind == null) return Optional.empty();
        return Optional.of(sheet.on(kind == recognition.kind() ? recognition : recognition.as(kind)));
    }
}
