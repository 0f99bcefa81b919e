package org.wirknetz.platform.tables;

import java.util.List;

/// One row of a table with the line the person sees in the spreadsheet (the first line is 1).
public record Row(Place at, List<Cell> cells) {
    public Row {
        cells = List.copyOf(cells);
    }

    /// The cell of a column counted from 0; a row that is shorter than the headings has blanks there.
    public Cell cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : Cell.BLANK;
    }

    public boolean blank() {
        return cells.stream().allMatch(Cell::blank);
    }
}
