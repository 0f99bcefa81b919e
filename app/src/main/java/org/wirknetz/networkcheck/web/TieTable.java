package org.wirknetz.networkcheck.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;
import org.wirknetz.platform.tables.XlsxTables;

/// The list of ties as a table under the headings of the contract, so that it goes in again as it came out.
final class TieTable {

    private static final List<String> COLUMNS =
            List.of("from", "to", "kind", "strength", "mutual", "from_date", "to_date", "form", "confirmed", "note");

    private TieTable() {}

    /// @param noted whose note this visitor may read: those who may change the tie, as on its own page
    /// @param workbook as XLSX instead of CSV
    static byte[] of(CheckDesk desk, List<TieList.Row> rows, Predicate<TieList.Row> noted, boolean workbook) {
        var headings = COLUMNS.stream()
                .map(it -> desk.say("networkcheck.ties.export." + it))
                .toList();
        return table(headings, rows, row -> cells(row, noted.test(row)), workbook);
    }

    /// Both names and the columns that a person has chosen, as the list shows them.
    static byte[] asShown(
            CheckDesk desk,
            List<TieList.Row> rows,
            List<String> columns,
            Map<String, String> kinds,
            Predicate<TieList.Row> noted,
            boolean workbook) {
        var headings = Stream.concat(Stream.of("from", "to"), columns.stream())
                .map(it -> desk.say("networkcheck.ties.column." + it))
                .toList();
        return table(
                headings,
                rows,
                row -> Stream.concat(
                                Stream.of(Cell.of(row.fromName()), Cell.of(row.toName())),
                                columns.stream().map(it -> shown(desk, row, it, kinds, noted)))
                        .toList(),
                workbook);
    }

    private static Cell shown(
            CheckDesk desk, TieList.Row row, String column, Map<String, String> kinds, Predicate<TieList.Row> noted) {
        var form = row.form();
        var strength = row.strength();
        return switch (column) {
            case "kind" -> Cell.of(kinds.getOrDefault(row.kind(), row.kind()));
            case "strength" -> strength == null ? new Cell.Blank() : new Cell.Amount(BigDecimal.valueOf(strength));
            case "confirmed" ->
                Cell.of(desk.say("networkcheck.ties.confirmed." + (row.confirmedByBoth() ? "both" : "one")));
            case "since" -> day(row.start());
            case "until" -> day(row.end());
            case "form" -> form == null ? new Cell.Blank() : Cell.of(desk.say("networkcheck.form." + form));
            case "source" -> Cell.of(desk.say("networkcheck.ties.source." + row.source()));
            default -> noted.test(row) ? Cell.of(row.note()) : new Cell.Blank();
        };
    }

    private static byte[] table(
            List<String> headings, List<TieList.Row> rows, Function<TieList.Row, List<Cell>> cells, boolean workbook) {
        var bytes = new ByteArrayOutputStream();
        try (var tables = workbook ? new XlsxTables(bytes) : new CsvTables(name -> bytes)) {
            tables.table("ties", headings);
            for (var row : rows) tables.row(cells.apply(row));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static List<Cell> cells(TieList.Row row, boolean noted) {
        var strength = row.strength();
        return Stream.of(
                        Cell.of(row.fromName()),
                        Cell.of(row.toName()),
                        Cell.of(row.kind()),
                        strength == null ? new Cell.Blank() : new Cell.Amount(BigDecimal.valueOf(strength)),
                        new Cell.Truth(row.mutual()),
                        day(row.start()),
                        day(row.end()),
                        Cell.of(row.form() == null ? "" : row.form()),
                        new Cell.Truth(row.confirmedByBoth()),
                        noted ? Cell.of(row.note()) : new Cell.Blank())
                .toList();
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? new Cell.Blank() : new Cell.Day(day);
    }
}
