package org.wirknetz.agreements.web;

import java.util.List;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Spreadsheet;

/// The list of duties as a table, in the words of the page.
final class ObligationTable {

    private static final List<String> COLUMNS = List.of(
            "obligation",
            "obligation.organisation",
            "obligation.person",
            "column.standing",
            "obligation.due",
            "obligation.done-on",
            "obligation.evidence",
            "obligation.link.label",
            "obligation.agreement");

    private ObligationTable() {}

    static void write(AgreementsDesk desk, TableWriter table, List<ObligationRows.Row> rows) {
        table.table(
                "obligations",
                COLUMNS.stream().map(it -> desk.say("agreements." + it)).toList());
        for (var row : rows) {
            var standing = row.binding() || row.doneOn() != null ? "standing." + row.standing() : "not-binding";
            table.row(List.of(
                    Cell.of(row.title()),
                    Cell.of(row.organisationName()),
                    Cell.of(row.personName() == null ? "" : row.personName()),
                    Cell.of(desk.say("agreements.obligation." + standing)),
                    Spreadsheet.day(row.due()),
                    Spreadsheet.day(row.doneOn()),
                    Cell.of(row.evidence()),
                    Cell.of(row.link() == null ? "" : row.link()),
                    Cell.of(row.agreementTitle())));
        }
    }
}
