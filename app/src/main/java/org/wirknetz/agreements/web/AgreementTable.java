package org.wirknetz.agreements.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;

/// The list of agreements as CSV, in the words of the page.
final class AgreementTable {

    private static final List<String> COLUMNS =
            List.of("title", "parties", "standing", "form", "binding", "from", "until", "concluded");

    private AgreementTable() {}

    static byte[] of(AgreementsDesk desk, List<AgreementList.Row> rows) {
        var bytes = new ByteArrayOutputStream();
        try (var tables = new CsvTables(name -> bytes)) {
            tables.table(
                    "agreements",
                    COLUMNS.stream()
                            .map(it -> desk.say("agreements.column." + it))
                            .toList());
            for (var row : rows) {
                tables.row(List.of(
                        Cell.of(row.title()),
                        Cell.of(row.names()),
                        Cell.of(desk.say("agreements.standing." + row.standing())),
                        Cell.of(row.form() == null ? "" : desk.say("agreements.form." + row.form())),
                        new Cell.Amount(BigDecimal.valueOf(row.binding())),
                        day(row.validFrom()),
                        day(row.lastDay()),
                        day(row.concludedOn())));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Cell day(@Nullable LocalDate day) {
        return day == null ? new Cell.Blank() : new Cell.Day(day);
    }
}
