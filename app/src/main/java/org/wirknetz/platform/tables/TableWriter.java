package org.wirknetz.platform.tables;

import java.io.Closeable;
import java.util.List;

/// Writes tables row by row: [CsvTables] into files or a stream, [XlsxTables] into one workbook. What is written is
/// read back
/// unchanged by [TableFiles].
public interface TableWriter extends Closeable {
    /// Begins a table (a file or a sheet) with its headings.
    void table(String name, List<String> headings);

    void row(List<Cell> cells);
}
