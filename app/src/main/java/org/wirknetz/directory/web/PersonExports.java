package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.tables.XlsxTables;

/// The list of people to take along: exactly the rows, columns and order that are shown, with the same eyes.
@Controller
class PersonExports {

    private final JdbcClient db;
    private final Desk desk;
    private final DirectoryPermissions may;
    private final Abbreviations abbreviations;

    PersonExports(JdbcClient db, Desk desk, DirectoryPermissions may, Abbreviations abbreviations) {
        this.db = db;
        this.desk = desk;
        this.may = may;
        this.abbreviations = abbreviations;
    }

    @GetMapping("/w/{network}/people.csv")
    void csv(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var rows = rows(visitor, parameters);
        csv(rows, columns(visitor, parameters), response);
    }

    @GetMapping("/w/{network}/people.xlsx")
    void xlsx(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var rows = rows(visitor, parameters);
        Attachment.named(
                response,
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                desk.say("directory.people.title") + ".xlsx");
        try (var tables = new XlsxTables(out(response))) {
            write(tables, rows, columns(visitor, parameters));
        }
    }

    @GetMapping("/w/{network}/people.vcf")
    void cards(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var rows = rows(visitor, parameters);
        Attachment.named(response, "text/vcard;charset=UTF-8", desk.say("directory.people.title") + ".vcf");
        try (var cards = new CardFile(response.getOutputStream())) {
            for (var row : rows) {
                cards.begin("individual", row.id().toString(), row.fullName());
                cards.parts("N", row.familyName(), row.givenName(), "", row.title(), "");
                cards.address("EMAIL", row.email());
                cards.text("TEL", row.phone());
                cards.text("TEL", row.mobile());
                cards.end();
            }
        }
    }

    /// The people who were ticked, with the columns and the order of the list behind them.
    @PostMapping("/w/{network}/people/selection/export")
    void selection(
            Visitor visitor,
            @RequestParam Set<UUID> selected,
            @RequestParam(defaultValue = "") String back,
            HttpServletResponse response)
            throws IOException {
        var parameters = UriComponentsBuilder.fromUriString(back)
                .build()
                .getQueryParams()
                .toSingleValueMap();
        var rows = rows(visitor, parameters).stream()
                .filter(row -> selected.contains(row.id()))
                .toList();
        csv(rows, columns(visitor, parameters), response);
    }

    private List<PersonList.Row> rows(Visitor visitor, Map<String, String> parameters) {
        Forbidden.unless(may.readPeople(visitor) && may.export(visitor));
        var question = ListQuestion.of(visitor.base() + "/people", parameters, PersonList.PARAMETERS);
        return new PersonList(db, question, Sight.of(visitor), desk.today(), abbreviations).all();
    }

    private static List<String> columns(Visitor visitor, Map<String, String> parameters) {
        return PeoplePage.columns(
                ListQuestion.of("", parameters, PersonList.PARAMETERS),
                Sight.of(visitor).seesFormer());
    }

    private void csv(List<PersonList.Row> rows, List<String> columns, HttpServletResponse response) throws IOException {
        Attachment.named(response, "text/csv;charset=UTF-8", desk.say("directory.people.title") + ".csv");
        try (var tables = new CsvTables(name -> out(response))) {
            write(tables, rows, columns);
        }
    }

    private void write(TableWriter tables, List<PersonList.Row> rows, List<String> columns) {
        var headings = new ArrayList<String>();
        headings.add(desk.say("directory.column.name"));
        columns.forEach(column -> headings.add(desk.say("directory.column." + column)));
        tables.table(desk.say("directory.people.title"), headings);
        for (var row : rows) {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(row.name()));
            columns.forEach(column -> cells.add(cell(row, column)));
            tables.row(cells);
        }
    }

    private static Cell cell(PersonList.Row row, String column) {
        return switch (column) {
            case "does" -> text(row.posts());
            case "informed_on" -> row.informedOn() == null ? Cell.BLANK : new Cell.Day(row.informedOn());
            default -> text(row.field(column));
        };
    }

    private static Cell text(@Nullable String value) {
        return value == null || value.isEmpty() ? Cell.BLANK : Cell.of(value);
    }

    private static java.io.OutputStream out(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
