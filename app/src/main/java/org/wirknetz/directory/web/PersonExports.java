package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.CsvTables;

/// The list of people to take along: exactly what is shown, with the same eyes.
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
        Forbidden.unless(may.readPeople(visitor) && may.export(visitor));
        var question = ListQuestion.of(visitor.base() + "/people", parameters, PersonList.PARAMETERS);
        var rows = new PersonList(db, question, Sight.of(visitor), desk.today(), abbreviations).all();
        var title = desk.say("directory.people.title");
        Attachment.named(response, "text/csv;charset=UTF-8", title + ".csv");
        try (var tables = new CsvTables(name -> out(response))) {
            tables.table(
                    title,
                    Stream.of("name", "does", "email", "phone")
                            .map(it -> desk.say("directory.column." + it))
                            .toList());
            for (var row : rows) {
                tables.row(List.of(cell(row.name()), cell(row.posts()), cell(row.email()), cell(row.phone())));
            }
        }
    }

    private static Cell cell(@Nullable String value) {
        return value == null ? Cell.BLANK : Cell.of(value);
    }

    private static java.io.OutputStream out(HttpServletResponse response) {
        try {
            return response.getOutputStream();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
