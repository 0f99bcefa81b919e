package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.tables.XlsxTables;

/// A list as a file: a name and the chosen columns, row by row, as the page shows them.
///
/// @param title of the list, and of the file
/// @param cell what stands in a column of a row
record ListFile<R>(Desk desk, String title, Function<R, String> name, BiFunction<R, String, Cell> cell) {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    void csv(List<R> rows, List<String> columns, HttpServletResponse response) throws IOException {
        Attachment.named(response, "text/csv;charset=UTF-8", title + ".csv");
        try (var tables = new CsvTables(it -> out(response))) {
            write(tables, rows, columns);
        }
    }

    void xlsx(List<R> rows, List<String> columns, HttpServletResponse response) throws IOException {
        Attachment.named(response, WORKBOOK, title + ".xlsx");
        try (var tables = new XlsxTables(out(response))) {
            write(tables, rows, columns);
        }
    }

    /// The parameters of the list that a form was sent from: its filter, its order and its columns.
    static Map<String, String> behind(String back) {
        return UriComponentsBuilder.fromUriString(back).build().getQueryParams().toSingleValueMap().entrySet().stream()
                .filter(it -> it.getValue() != null)
                .collect(java.util.stream.Collectors.toMap(
                        Map.Entry::getKey,
                        it -> java.net.URLDecoder.decode(it.getValue(), java.nio.charset.StandardCharsets.UTF_8)));
    }

    static Cell text(@Nullable String value) {
        return value == null || value.isEmpty() ? Cell.BLANK : Cell.of(value);
    }

    private void write(TableWriter tables, List<R> rows, List<String> columns) {
        var headings = new ArrayList<String>();
        headings.add(desk.say("directory.column.name"));
        columns.forEach(column -> headings.add(desk.say("directory.column." + column)));
        tables.table(title, headings);
        for (var row : rows) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(name.apply(row)));
            columns.forEach(column -> cells.add(cell.apply(row, column)));
            tables.row(cells);
        }
    }

    private static OutputStream out(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
