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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Cell;

/// The list to take along: exactly the rows, columns and order that are shown, with the same eyes.
@Controller
class OrganisationExports {

    private final JdbcClient db;
    private final Desk desk;
    private final DirectoryPermissions may;
    private final Abbreviations abbreviations;

    OrganisationExports(JdbcClient db, Desk desk, DirectoryPermissions may, Abbreviations abbreviations) {
        this.db = db;
        this.desk = desk;
        this.may = may;
        this.abbreviations = abbreviations;
    }

    @GetMapping("/w/{network}/organisations.csv")
    void csv(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        file().csv(rows(visitor, parameters), columns(visitor, parameters), response);
    }

    @GetMapping("/w/{network}/organisations.xlsx")
    void xlsx(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        file().xlsx(rows(visitor, parameters), columns(visitor, parameters), response);
    }

    @GetMapping("/w/{network}/organisations.vcf")
    void cards(Visitor visitor, @RequestParam Map<String, String> parameters, HttpServletResponse response)
            throws IOException {
        var rows = rows(visitor, parameters);
        Attachment.named(response, "text/vcard;charset=UTF-8", desk.say("directory.organisations.title") + ".vcf");
        writeCards(rows, response);
    }

    /// The rows that were ticked, with the columns and the order of the list behind them.
    @PostMapping("/w/{network}/organisations/selection/export")
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

    @GetMapping("/w/{network}/organisations/{id}.vcf")
    void card(Visitor visitor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Forbidden.unless(may.readOrganisations(visitor));
        var row = new OrganisationList(
                        db,
                        ListQuestion.of("", Map.of(), OrganisationList.PARAMETERS),
                        Sight.of(visitor),
                        desk.today(),
                        desk.locale().getLanguage(),
                        abbreviations)
                .one(id)
                .orElseThrow(NotFound::new);
        Attachment.named(response, "text/vcard;charset=UTF-8", row.name() + ".vcf");
        writeCards(List.of(row), response);
    }

    private List<OrganisationList.Row> rows(Visitor visitor, Map<String, String> parameters) {
        Forbidden.unless(may.export(visitor));
        var question = ListQuestion.of(visitor.base() + "/organisations", parameters, OrganisationList.PARAMETERS);
        return new OrganisationList(
                        db,
                        question,
                        Sight.of(visitor),
                        desk.asOf(question.get("asOf")),
                        desk.locale().getLanguage(),
                        abbreviations)
                .all();
    }

    private static List<String> columns(Visitor visitor, Map<String, String> parameters) {
        var question = ListQuestion.of("", parameters, OrganisationList.PARAMETERS);
        return OrganisationsPage.columns(question, visitor.isInside());
    }

    private ListFile<OrganisationList.Row> file() {
        return new ListFile<>(desk, desk.say("directory.organisations.title"), OrganisationList.Row::name, this::cell);
    }

    private Cell cell(OrganisationList.Row row, String column) {
        return switch (column) {
            case "groups" -> ListFile.text(String.join(", ", row.groups()));
            case "area" -> ListFile.text(row.area());
            case "status" -> ListFile.text(row.status() == null ? null : desk.say("directory.status." + row.status()));
            case "since" -> row.since() == null ? ListFile.text(null) : new Cell.Day(row.since());
            case "people" -> new Cell.Amount(java.math.BigDecimal.valueOf(row.people()));
            case "contact" -> ListFile.text(row.contact());
            case "key" -> ListFile.text(row.key());
            default -> ListFile.text(row.field(column));
        };
    }

    private static void writeCards(List<OrganisationList.Row> rows, HttpServletResponse response) throws IOException {
        try (var cards = new CardFile(response.getOutputStream())) {
            for (var row : rows) {
                cards.begin("org", row.id().toString(), row.name());
                cards.parts("ORG", row.name());
                cards.text("NICKNAME", row.shortName());
                cards.address("EMAIL", row.email());
                cards.text("TEL", row.phone());
                cards.address("URL", row.website());
                if (row.street() != null || row.postcode() != null || row.city() != null) {
                    cards.parts("ADR", "", "", row.street(), row.city(), "", row.postcode(), "");
                }
                cards.list("CATEGORIES", row.groups());
                cards.end();
            }
        }
    }
}
