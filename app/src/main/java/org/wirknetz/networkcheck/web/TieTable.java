package org.wirknetz.networkcheck.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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
        var bytes = new ByteArrayOutputStream();
        try (var tables = workbook ? new XlsxTables(bytes) : new CsvTables(name -> bytes)) {
            tables.table(
                    "ties",
                    COLUMNS.stream()
                            .map(it -> desk.say("networkcheck.ties.export." + it))
                            .toList());
            for (var row : rows) tables.row(cells(row, noted.test(row)));
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
