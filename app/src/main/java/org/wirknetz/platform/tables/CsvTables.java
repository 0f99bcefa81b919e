package org.wirknetz.platform.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// CSV as German Excel opens it by a double click: UTF-8 with byte order mark, semicolons, RFC 4180 quoting, no cell
/// that a
/// spreadsheet would execute.
public final class CsvTables implements TableWriter {
    private final Function<String, OutputStream> outputs;
    private @Nullable CsvWriter writer;
    private int columns;

    /// @param outputs where the table of this name goes; each stream is closed when its table ends
    public CsvTables(Function<String, OutputStream> outputs) {
        this.outputs = outputs;
    }

    @Override
    public void table(String name, List<String> headings) {
        try {
            close();
            var out = outputs.apply(name);
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            writer = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(out, StandardCharsets.UTF_8);
            columns = headings.size();
            writer.writeRecord(headings.stream().map(FormulaGuard::guarded).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void row(List<Cell> cells) {
        var open = java.util.Objects.requireNonNull(writer);
        var fields = new java.util.ArrayList<String>(columns);
        for (int i = 0; i < Math.max(columns, cells.size()); i++) {
            fields.add(i < cells.size() ? text(cells.get(i)) : "");
        }
        open.writeRecord(fields);
    }

    // A German spreadsheet takes 12.5 for a day in May.
    private static String text(Cell cell) {
        if (cell instanceof Cell.Amount) return cell.text().replace('.', ',');
        return cell instanceof Cell.Text ? FormulaGuard.guarded(cell.text()) : cell.text();
    }

    @Override
    public void close() throws IOException {
        if (writer != null) writer.close();
        writer = null;
    }
}
