package org.wirknetz.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.tables.XlsxTables;

/// A list to take along: as CSV that German spreadsheets open, or as a workbook.
public final class Spreadsheet {

    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private Spreadsheet() {}

    /// @param name of the file, without its ending
    /// @param format `xlsx`; anything else is CSV
    /// @param rows writes the headings and the rows
    public static ResponseEntity<byte[]> of(String name, @Nullable String format, Consumer<TableWriter> rows) {
        boolean workbook = "xlsx".equals(format);
        var bytes = new ByteArrayOutputStream();
        try (var tables = workbook ? new XlsxTables(bytes) : new CsvTables(it -> bytes)) {
            rows.accept(tables);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType(workbook ? WORKBOOK : "text/csv;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"" + name + (workbook ? ".xlsx" : ".csv") + "\"")
                .body(bytes.toByteArray());
    }

    public static Cell day(@Nullable LocalDate day) {
        return day == null ? Cell.BLANK : new Cell.Day(day);
    }
}
