package org.wirknetz.transfer.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.wirknetz.platform.tables.TableKind;
import org.wirknetz.transfer.ImportMapping;
import org.wirknetz.transfer.Recognised;

/// What a person chose on the mapping page: `kind-0`, and `column-0-3` for the fourth column of the first table.
final class MappingForm {

    private MappingForm() {}

    /// Choosing another kind makes the columns be recognised anew for it: the person corrects them on the next page.
    static ImportMapping read(Recognised recognised, MultiValueMap<String, String> typed) {
        var sheets = new ArrayList<ImportMapping.Sheet>();
        for (int number = 0; number < recognised.sheets().size(); number++) {
            var sheet = recognised.sheets().get(number);
            var kind = kind(typed.getFirst("kind-" + number));
            sheets.add(new ImportMapping.Sheet(sheet.file(), sheet.sheet(), kind, columns(sheet, number, kind, typed)));
        }
        return new ImportMapping(sheets);
    }

    private static @org.jspecify.annotations.Nullable TableKind kind(@org.jspecify.annotations.Nullable String typed) {
        for (var kind : TableKind.values()) if (kind.name().equals(typed)) return kind;
        return null;
    }

    private static Map<Integer, String> columns(
            Recognised.Sheet sheet,
            int number,
            @org.jspecify.annotations.Nullable TableKind kind,
            MultiValueMap<String, String> typed) {
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
