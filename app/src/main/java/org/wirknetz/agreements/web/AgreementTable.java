package org.wirknetz.agreements.web;

import java.math.BigDecimal;
import java.util.List;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Spreadsheet;

/// The list of agreements as a table, in the words of the page.
final class AgreementTable {

    private static final List<String> COLUMNS =
            List.of("title", "parties", "standing", "form", "binding", "from", "until", "concluded");

    private AgreementTable() {}

    static void write(AgreementsDesk desk, TableWriter table, List<AgreementList.Row> rows) {
        table.table(
                "agreements",
                COLUMNS.stream().map(it -> desk.say("agreements.column." + it)).toList());
        for (var row : rows) {
            table.row(List.of(
                    Cell.of(row.title()),
                    Cell.of(row.names()),
                    Cell.of(desk.say("agreements.standing." + row.standing())),
                    Cell.of(row.form() == null ? "" : desk.say("agreements.form." + row.form())),
                    new Cell.Amount(BigDecimal.valueOf(row.binding())),
                    Spreadsheet.day(row.validFrom()),
                    Spreadsheet.day(row.lastDay()),
                    Spreadsheet.day(row.concludedOn())));
        }
    }
}
