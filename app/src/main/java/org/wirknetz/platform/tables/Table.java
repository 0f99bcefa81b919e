package org.wirknetz.platform.tables;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One table of an input: a CSV file, a sheet, a CSV inside a ZIP, or the nodes or ties of a graph file.
/// It can be read several times; each reading streams and holds one row at a time.
public interface Table {
    /// The file's name as the person gave it, without folders.
    String file();

    /// The sheet of a workbook or the entry of a ZIP.
    @Nullable
    String sheet();

    /// How ambiguous numbers such as 1.234 are meant here.
    DecimalStyle decimals();

    /// All rows with their lines, blank ones left out. Close the stream.
    ///
    /// @throws Unreadable when the file is broken or exceeds the limits, also in the midst of reading
    Stream<Row> rows();

    default Place at() {
        return new Place(file(), sheet(), 0, null);
    }

    /// The name that tells what the table is about: the sheet's, else the file's without its ending.
    default String title() {
        var sheet = sheet();
        var name = sheet == null ? file() : sheet;
        return name.replaceFirst("(?i)\\.(csv|tsv|txt|xlsx|graphml|gexf|xml)$", "")
                .replaceFirst("^.*/", "");
    }
}
