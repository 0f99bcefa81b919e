package org.wirknetz.equality.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Spreadsheet;

/// Instruments by target groups as a file: one row for each cell of the matrix.
record InstrumentsFile(Desk desk, InstrumentsPage page) {

    private static final List<String> COLUMNS = List.of(
            "equality.instruments.instrument",
            "equality.step.kind",
            "equality.instrument.owner",
            "equality.standard.person",
            "equality.standard.review",
            "equality.instruments.group",
            "equality.standard.state",
            "equality.adaptation.edition",
            "equality.adaptation.on",
            "equality.adaptation.by",
            "equality.adaptation.note",
            "equality.adaptation.tried",
            "equality.adaptation.result",
            "equality.adaptation.participants",
            "equality.adaptation.trial-note",
            "equality.exemption.reason");

    /// @param keeps whether small numbers of people are for the one who asks, by the owner of the instrument
    void write(TableWriter table, List<InstrumentsPage.Line> shown, Predicate<@Nullable UUID> keeps) {
        table.table("instruments", COLUMNS.stream().map(it -> desk.say(it)).toList());
        for (var line : shown)
            for (var group : page.groups()) table.row(row(line, group, keeps.test(line.organisation())));
    }

    private List<Cell> row(InstrumentsPage.Line line, InstrumentsPage.Group group, boolean keeps) {
        var cell = page.cell(line, group);
        var adapted = cell.adapted();
        var result = adapted == null ? null : adapted.result();
        return List.of(
                Cell.of(line.title()),
                Cell.of(desk.say("equality.instrument." + line.kind())),
                text(line.organisationName()),
                text(line.personName()),
                Spreadsheet.day(line.reviewOn()),
                Cell.of(group.title()),
                Cell.of(desk.say("equality.instruments.state." + cell.state())),
                text(adapted == null ? null : adapted.edition()),
                Spreadsheet.day(adapted == null ? null : adapted.adaptedOn()),
                text(adapted == null ? null : adapted.organisationName()),
                text(adapted == null ? null : adapted.note()),
                Spreadsheet.day(adapted == null ? null : adapted.triedOn()),
                text(result == null ? null : desk.say("equality.adaptation." + result)),
                participants(adapted, keeps),
                text(adapted == null ? null : adapted.trialNote()),
                text(cell.reason()));
    }

    private Cell participants(@Nullable AdaptedVersion adapted, boolean keeps) {
        if (adapted == null) return Cell.BLANK;
        if (adapted.hides(keeps)) return Cell.of(desk.say("equality.adaptation.few", AdaptedVersion.FEWEST));
        var number = adapted.participants();
        return number == null ? Cell.BLANK : new Cell.Amount(BigDecimal.valueOf(number));
    }

    private static Cell text(@Nullable String value) {
        return value == null || value.isEmpty() ? Cell.BLANK : Cell.of(value);
    }
}
