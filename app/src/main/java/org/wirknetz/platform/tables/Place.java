package org.wirknetz.platform.tables;

import org.jspecify.annotations.Nullable;

/// Where something stands: file, sheet of a workbook (or file in a ZIP), line counted from 1, heading or
/// letter of the
/// column.
/// A line of 0 means the whole table.
public record Place(
        String file,
        @Nullable String sheet,
        int line,
        @Nullable String column) {
    public static Place file(String file) {
        return new Place(file, null, 0, null);
    }

    public Place line(int number) {
        return new Place(file, sheet, number, column);
    }

    public Place column(@Nullable String heading) {
        return new Place(file, sheet, line, heading);
    }
}
