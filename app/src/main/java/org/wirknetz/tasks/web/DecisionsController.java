package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.Decisions;
import org.wirknetz.tasks.TaskPermissions;

/// The register of decisions, and entering one.
@Controller
class DecisionsController {

    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "body",
            "decided",
            "group",
            "basis",
            "state",
            "organisation",
            "person",
            "due",
            "done-on",
            "sphere",
            "disclosure",
            "funding",
            "reason");

    private final JdbcClient db;
    private final Decisions decisions;
    private final TaskPermissions may;
    private final TaskChoices choices;
    private final TasksDesk desk;
    private final Redirects redirects;

    DecisionsController(
            JdbcClient db,
            Decisions decisions,
            TaskPermissions may,
            TaskChoices choices,
            TasksDesk desk,
            Redirects redirects) {
        this.db = db;
        this.decisions = decisions;
        this.may = may;
        this.choices = choices;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/decisions")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.readDecisions(visitor));
        var asked = asked(visitor, given);
        var list = DecisionRows.page(db, asked, desk.today());
        var title = desk.say("tasks.decisions");
        return desk.page(
                "decisions",
                title,
                List.of(TasksDesk.here(title)),
                Map.of(
                        "list", list,
                        "implementation", Implementation.of(db, desk.today()),
                        "asked", asked,
                        "paging", asked.paging(DecisionRows.SIZE, list.total()),
                        "filters",
                                List.of(
                                        filter(asked, "state", "LATE", "OPEN", "DONE", "STANDING", "DROPPED"),
                                        filter(asked, "sphere", "PRACTICE", "THEORY"),
                                        filter(asked, "mandate", "with", "without")),
                        "decides", may.decideSomewhere(visitor)));
    }

    private Filter filter(Asked asked, String name, String... values) {
        var said = new LinkedHashMap<String, String>();
        for (var value : values) said.put(value, desk.say("tasks." + name + "." + value));
        return asked.filter(name, desk.say("tasks.filter." + name), said);
    }

    /// Exactly what the register shows.
    @GetMapping("/w/{network}/decisions/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.readDecisions(visitor));
        var rows = DecisionRows.whole(db, asked(visitor, given), desk.today()).rows();
        return Spreadsheet.of(visitor.slug() + "-decisions", given.get("format"), table -> write(table, rows));
    }

    private void write(TableWriter table, List<DecisionRows.Row> rows) {
        table.table(
                "decisions",
                COLUMNS.stream().map(it -> desk.say("tasks.column." + it)).toList());
        for (var row : rows) {
            table.row(List.of(
                    new Cell.Amount(BigDecimal.valueOf(row.number())),
                    Cell.of(row.title()),
                    Cell.of(text(row.body())),
                    Spreadsheet.day(row.decidedOn()),
                    Cell.of(text(row.groupName())),
                    Cell.of(text(row.mandateBasis())),
                    Cell.of(desk.say("tasks.state." + row.state())),
                    Cell.of(text(row.organisationName())),
                    Cell.of(text(row.personName())),
                    Spreadsheet.day(row.dueOn()),
                    Spreadsheet.day(row.doneOn()),
                    Cell.of(row.sphere() == null ? "" : desk.say("tasks.sphere." + row.sphere())),
                    Cell.of(desk.say("tasks.disclosure." + row.disclosure())),
                    Cell.of(row.funding() ? desk.say("tasks.funding.yes") : ""),
                    Cell.of(text(row.reason()))));
        }
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static Asked asked(Visitor visitor, Map<String, String> given) {
        return DecisionRows.asked(visitor.base() + "/decisions", given);
    }

    @GetMapping("/w/{network}/decisions/new")
    ModelAndView blank(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.decideSomewhere(visitor));
        var typed = new java.util.HashMap<>(given);
        typed.putIfAbsent("decided", desk.today().toString());
        return form(visitor, DecisionForm.of(typed), List.of(), null);
    }

    @PostMapping("/w/{network}/decisions")
    Object record(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        var typed = DecisionForm.of(given);
        Forbidden.unless(may.decide(visitor, typed.group()));
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, typed, problems, null));
        var id = decisions.record(typed.entry(desk.today(), organisation(typed)));
        return redirects.done(
                request, visitor.base() + "/decisions/" + id.value(), "tasks.decision.recorded", typed.title());
    }

    private @Nullable UUID organisation(DecisionForm typed) {
        var person = typed.person();
        if (typed.organisation() != null || person == null) return typed.organisation();
        return choices.organisationOf(person);
    }

    private DecisionRows.Row changeable(Visitor visitor, UUID decision) {
        Forbidden.unless(may.readDecisions(visitor));
        var row = DecisionRows.one(db, decision, desk.today()).orElseThrow(NotFound::new);
        Forbidden.unless(row.changes());
        return row;
    }

    @GetMapping("/w/{network}/decisions/{decision}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID decision) {
        var row = changeable(visitor, decision);
        return form(visitor, DecisionForm.of(row), List.of(), row);
    }

    @PostMapping("/w/{network}/decisions/{decision}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID decision,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var row = changeable(visitor, decision);
        var typed = DecisionForm.of(given);
        Forbidden.unless(may.decide(visitor, typed.group()));
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, typed, problems, row));
        decisions.revise(new DecisionId(decision), typed.version(), typed.entry(desk.today(), organisation(typed)));
        return redirects.done(request, visitor.base() + "/decisions/" + decision, "tasks.saved", typed.title());
    }

    private ModelAndView form(
            Visitor visitor, DecisionForm typed, List<Problem> problems, DecisionRows.@Nullable Row row) {
        var title = desk.say(row == null ? "tasks.decision.new" : "tasks.decision.edit");
        var path = visitor.base() + "/decisions" + (row == null ? "" : "/" + row.id());
        var model = new HashMap<String, Object>();
        model.put("form", typed);
        model.put("problems", problems);
        model.put("action", path);
        model.put("organisations", choices.organisations(desk.say("tasks.office"), typed.organisation()));
        model.put("people", choices.people(desk.say("tasks.nobody-yet"), typed.person()));
        model.put("groups", choices.groups(visitor, desk.say("tasks.no-group"), typed.group()));
        var crumbs = row == null
                ? List.of(desk.decisions(visitor), TasksDesk.here(title))
                : List.of(desk.decisions(visitor), new Crumb(row.title(), path), TasksDesk.here(title));
        return desk.page("decision-form", title, crumbs, model);
    }
}
