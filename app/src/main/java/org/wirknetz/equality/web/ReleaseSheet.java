package org.wirknetz.equality.web;

import java.util.List;

/// A published table as it is printed: every cell is text already, the protected ones a dot.
///
/// @param columns without the first, which names the row
public record ReleaseSheet(List<String> columns, List<Row> rows) {

    public ReleaseSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param share as it is printed; a dot where it is protected
    /// @param part of the bar; 0 where it is protected
    /// @param sentence what the row says
    /// @param note where numbers are repeated, since when; else empty
    public record Row(
            String name, List<String> cells, String share, long part, long whole, String sentence, String note) {
        public Row {
            cells = List.copyOf(cells);
        }
    }
}
