package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.rounds.Beginnings;
import org.wirknetz.rounds.RoundKind;
import org.wirknetz.rounds.Rounds;
import org.wirknetz.rounds.RoundsPermissions;

/// The list of question rounds, and the beginning of one.
@Controller
class RoundsController {

    private final JdbcClient db;
    private final Rounds rounds;
    private final Beginnings beginnings;
    private final RoundsPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    RoundsController(
            JdbcClient db,
            Rounds rounds,
            Beginnings beginnings,
            RoundsPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.rounds = rounds;
        this.beginnings = beginnings;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/rounds")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = RoundList.of(db, visitor.base() + "/rounds", given);
        return desk.page(
                "rounds/rounds",
                desk.say("rounds.title"),
                List.of(Desk.here(desk.say("rounds.title"))),
                Map.of("list", list, "filters", List.of(states(list)), "leads", may.lead(visitor)));
    }

    private Filter states(RoundList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("rounds.state.all"));
        for (var state : List.of("OPEN", "CLOSED", "DRAFT")) choices.put(state, desk.say("rounds.state." + state));
        return list.asked().filter("state", desk.say("rounds.state.all"), choices);
    }

    @GetMapping("/w/{network}/rounds/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = RoundList.of(db, visitor.base() + "/rounds", given);
        return Spreadsheet.of(visitor.slug() + "-rounds", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, RoundList list) {
        table.table(
                "rounds",
                Stream.of("title", "kind", "state", "opened", "closes", "cards")
                        .map(it -> desk.say("rounds.column." + it))
                        .toList());
        for (var row : list.rows()) {
            table.row(List.of(
                    Cell.of(row.title()),
                    Cell.of(desk.say("rounds.kind." + row.kind())),
                    Cell.of(desk.say("rounds.state." + row.state())),
                    Spreadsheet.day(row.openedOn()),
                    Spreadsheet.day(row.closesOn()),
                    new Cell.Amount(BigDecimal.valueOf(row.cards()))));
        }
    }

    @GetMapping("/w/{network}/rounds/new")
    ModelAndView blank(Visitor visitor, @RequestParam(defaultValue = "OPEN") String kind) {
        Forbidden.unless(may.lead(visitor));
        var beginning = beginnings.of(RoundForm.kind(kind), desk.locale().equals(Locale.GERMAN));
        return form(visitor, RoundForm.of(beginning, desk.today()), List.of());
    }

    @PostMapping("/w/{network}/rounds")
    Object draft(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var form = RoundForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, form, problems));
        var id = rounds.draft(form.entry());
        return redirects.done(request, visitor.base() + "/rounds/" + id.value(), "rounds.drafted", form.title());
    }

    private ModelAndView form(Visitor visitor, RoundForm form, List<Problem> problems) {
        var title = desk.say("rounds.new");
        var kinds = Arrays.stream(RoundKind.values())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("rounds.kind." + it),
                        it.name().equals(form.kind()),
                        desk.say("rounds.kind." + it + ".help")))
                .toList();
        return desk.page(
                "rounds/round-form",
                title,
                List.of(new Crumb(desk.say("rounds.title"), visitor.base() + "/rounds"), Desk.here(title)),
                Map.of(
                        "form",
                        form,
                        "problems",
                        problems,
                        "kinds",
                        kinds,
                        "action",
                        visitor.base() + "/rounds",
                        "back",
                        visitor.base() + "/rounds",
                        "opened",
                        false));
    }
}
