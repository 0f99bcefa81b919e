package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.Decisions;
import org.wirknetz.tasks.TaskPermissions;

/// One decision: what was decided by whom, what becomes of it, who gave way.
@Controller
class DecisionController {

    private final JdbcClient db;
    private final Decisions decisions;
    private final TaskPermissions may;
    private final TaskChoices choices;
    private final TasksDesk desk;
    private final Redirects redirects;

    DecisionController(
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

    @GetMapping("/w/{network}/decisions/{decision}")
    ModelAndView show(Visitor visitor, @PathVariable UUID decision) {
        var row = readable(visitor, decision);
        return desk.page(
                "decision",
                row.title(),
                List.of(desk.decisions(visitor), TasksDesk.here(row.title())),
                Map.of(
                        "row",
                        row,
                        "tasks",
                        visitor.isInside() ? TaskRows.ofDecision(db, decision, desk.today()) : List.of(),
                        "concessions",
                        DecisionRows.concessions(db, decision),
                        "both",
                        DecisionRows.onBothSides(db, row, !desk.locale().equals(Locale.ENGLISH)),
                        "organisations",
                        row.changes() ? choices.organisations(desk.say("tasks.concession.who"), null) : List.of()));
    }

    private DecisionRows.Row readable(Visitor visitor, UUID decision) {
        Forbidden.unless(may.readDecisions(visitor));
        return DecisionRows.one(db, decision, desk.today()).orElseThrow(NotFound::new);
    }

    private DecisionRows.Row changeable(Visitor visitor, UUID decision) {
        var row = readable(visitor, decision);
        Forbidden.unless(row.changes());
        return row;
    }

    @PostMapping("/w/{network}/decisions/{decision}/done")
    String finish(
            Visitor visitor,
            @PathVariable UUID decision,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        var row = changeable(visitor, decision);
        decisions.finish(new DecisionId(decision), desk.dayOrToday(on));
        return back(visitor, row, request, "tasks.decision.finished");
    }

    @PostMapping("/w/{network}/decisions/{decision}/reopening")
    String reopen(Visitor visitor, @PathVariable UUID decision, HttpServletRequest request) {
        var row = changeable(visitor, decision);
        decisions.reopen(new DecisionId(decision));
        return back(visitor, row, request, "tasks.decision.reopened");
    }

    @PostMapping("/w/{network}/decisions/{decision}/dropping")
    String drop(
            Visitor visitor,
            @PathVariable UUID decision,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var row = changeable(visitor, decision);
        decisions.drop(new DecisionId(decision), reason);
        return back(visitor, row, request, "tasks.decision.dropped");
    }

    @PostMapping("/w/{network}/decisions/{decision}/concessions")
    String concede(
            Visitor visitor,
            @PathVariable UUID decision,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String about,
            HttpServletRequest request) {
        var row = changeable(visitor, decision);
        var who = new Typed(Map.of("organisation", organisation)).id("organisation");
        if (who == null) throw new Refused("tasks.concession.who-missing");
        decisions.concede(new DecisionId(decision), who, about);
        return back(visitor, row, request, "tasks.concession.noted");
    }

    @PostMapping("/w/{network}/decisions/{decision}/concessions/{concession}/removal")
    String takeOut(
            Visitor visitor, @PathVariable UUID decision, @PathVariable UUID concession, HttpServletRequest request) {
        var row = changeable(visitor, decision);
        decisions.takeOutConcession(new DecisionId(decision), concession);
        return back(visitor, row, request, "tasks.concession.taken-out");
    }

    @PostMapping("/w/{network}/decisions/{decision}/removal")
    String remove(Visitor visitor, @PathVariable UUID decision, HttpServletRequest request) {
        var row = changeable(visitor, decision);
        decisions.remove(new DecisionId(decision));
        return redirects.done(request, visitor.base() + "/decisions", "tasks.removed", row.title());
    }

    private String back(Visitor visitor, DecisionRows.Row row, HttpServletRequest request, String key) {
        return redirects.done(request, visitor.base() + "/decisions/" + row.id(), key, row.title());
    }
}
