package org.wirknetz.transfer.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.wirknetz.platform.tables.ReadingChoice;
import org.wirknetz.platform.tables.TableKind;
import org.wirknetz.transfer.ImportMapping;
import org.wirknetz.transfer.Recognised;

/// What a person chose on the mapping page: `kind-0`, `heading-0` for the line of the headings, and `column-0-3` for
/// the
/// fourth column of the first table.
final class MappingForm {

    private MappingForm() {}

    /// Choosing another kind or line makes the columns be recognised anew: the person corrects them on the next page.
    static ImportMapping read(Recognised recognised, MultiValueMap<String, String> typed) {
        var sheets = new ArrayList<ImportMapping.Sheet>();
        for (int number = 0; number < recognised.sheets().size(); number++) {
            var sheet = recognised.sheets().get(number);
            var kind = kind(typed.getFirst("kind-" + number));
            int line = line(sheet, typed.getFirst("heading-" + number));
            boolean anew = kind != sheet.kind() || line != sheet.headingLine();
            sheets.add(new ImportMapping.Sheet(
                    sheet.file(),
                    sheet.sheet(),
                    kind,
                    line,
                    anew ? null : columns(sheet, number, kind, typed),
                    typed.containsKey("pass-status-" + number)
                            ? Set.of(ReadingChoice.PASS_OVER_UNKNOWN_STATUS)
                            : Set.of()));
        }
        return new ImportMapping(sheets);
    }

    private static int line(Recognised.Sheet sheet, @Nullable String typed) {
        return sheet.lines().stream()
                .map(Recognised.Opening::line)
                .filter(it -> String.valueOf(it).equals(typed))
                .findFirst()
                .orElse(sheet.headingLine());
    }

    private static @Nullable TableKind kind(@Nullable String typed) {
        for (var kind : TableKind.values()) if (kind.name().equals(typed)) return kind;
        return null;
    }

    private static Map<Integer, String> columns(
            Recognised.Sheet sheet, int number, @Nullable TableKind kind, MultiValueMap<String, String> typed) {
        var columns = new HashMap<Integer, String>();
        if (kind == null) return columns;
        var taken = new HashSet<String>();
        for (int column = 0; column < sheet.headings().size(); column++) {
            var field = typed.getFirst("column-" + number + "-" + column);
            if (field != null && kind.fields().contains(field) && taken.add(field)) columns.put(column, field);
        }
        return columns;
    }
}
