package org.wirknetz.platform.tables;

import java.util.List;
import java.util.stream.Stream;

/// The nodes or the ties of a graph file, told as a table whose headings are English keys.
record GraphTable(String file, String sheet, List<Row> lines) implements Table {
    GraphTable {
        lines = List.copyOf(lines);
    }

    @Override
    public DecimalStyle decimals() {
        return DecimalStyle.ENGLISH;
    }

    @Override
    public Stream<Row> rows() {
        return lines.stream();
    }
}
