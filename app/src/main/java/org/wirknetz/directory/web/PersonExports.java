package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;

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
        file().csv(rows(visitor, parameters), columns(visitor, parameters), response);
    }

    @GetMapping("/w/{network}/people.xlsx")
    void xlsx(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        file().xlsx(rows(visitor, parameters), columns(visitor, parameters), response);
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
        var parameters = ListFile.behind(back);
        var rows = rows(visitor, parameters).stream()
                .filter(row -> selected.contains(row.id()))
                .toList();
        file().csv(rows, columns(visitor, parameters), response);
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

    private ListFile<PersonList.Row> file() {
        return new ListFile<>(desk, desk.say("directory.people.title"), PersonList.Row::name, PersonExports::cell);
    }

    private static Cell cell(PersonList.Row row, String column) {
        return switch (column) {
            case "does" -> ListFile.text(row.posts());
            case "informed_on" -> row.informedOn() == null ? Cell.BLANK : new Cell.Day(row.informedOn());
            default -> ListFile.text(row.field(column));
        };
    }
}
