package org.wirknetz.platform.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// One workbook with a sheet per table: headings bold and frozen, days and numbers as such, texts never as formulas.
public final class XlsxTables implements TableWriter {
    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int line;

    public XlsxTables(OutputStream out) {
        workbook = new Workbook(out, "Wirknetz", null);
    }

    @Override
    public void table(String name, List<String> headings) {
        finishSheet();
        var begun = workbook.newWorksheet(name);
        sheet = begun;
        line = 1;
        for (int column = 0; column < headings.size(); column++) {
            begun.value(0, column, FormulaGuard.guarded(headings.get(column)));
            begun.width(column, Math.clamp(headings.get(column).length() + 4L, 14, 40));
        }
        if (!headings.isEmpty()) {
            begun.range(0, 0, 0, headings.size() - 1)
                    .style()
                    .bold()
                    .fillColor("E8EEF4")
                    .set();
        }
        begun.freezePane(0, 1);
    }

    @Override
    public void row(List<Cell> cells) {
        var open = java.util.Objects.requireNonNull(sheet);
        for (int column = 0; column < cells.size(); column++) put(open, column, cells.get(column));
        line++;
        if (line % 1_000 == 0) flush(open);
    }

    private void put(Worksheet open, int column, Cell cell) {
        if (cell instanceof Cell.Amount amount) {
            open.value(line, column, amount.value());
        } else if (cell instanceof Cell.Day day) {
            open.value(line, column, day.date());
            open.style(line, column).format("dd.mm.yyyy").set();
        } else if (cell instanceof Cell.Truth truth) {
            open.value(line, column, truth.value());
        } else if (!cell.blank()) {
            open.inlineString(line, column, FormulaGuard.guarded(cell.text()));
        }
    }

    @Override
    public void close() throws IOException {
        finishSheet();
        workbook.close();
    }

    private void finishSheet() {
        if (sheet == null) return;
        try {
            sheet.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        sheet = null;
    }

    private static void flush(Worksheet open) {
        try {
            open.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
