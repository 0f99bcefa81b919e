package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.CheckTemplates;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Findings;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// What becomes of a finding of the equality check: a task, or a word on what was done.
@Controller
class FindingsController {

    private static final int WEEKS = 4;

    private final JdbcClient db;
    private final CheckTemplates templates;
    private final Findings findings;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    FindingsController(
            JdbcClient db,
            CheckTemplates templates,
            Findings findings,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.templates = templates;
        this.findings = findings;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// By when a task is to be done, unless somebody says otherwise.
    static LocalDate due(LocalDate today) {
        return today.plusWeeks(WEEKS);
    }

    /// One click: what could be done, with the office, in four weeks. All three can be said otherwise.
    @PostMapping("/w/{network}/equality/findings/{finding}/task")
    String task(
            Visitor visitor,
            @PathVariable UUID finding,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String due,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var known = known(finding);
        var words = title.isBlank() ? known.step(desk.locale()) : title.strip();
        var wanted = new Findings.Wanted(words, Typed.id(organisation), Typed.day(due), why(known));
        findings.makeTask(finding, Typed.version(version), wanted, desk.today());
        return redirects.done(request, place(visitor), "equality.finding.task-made", words);
    }

    private ChecksPage.Finding known(UUID finding) {
        return ChecksPage.of(db, templates, desk.today()).findings().stream()
                .filter(it -> it.found().id().equals(finding))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private String why(ChecksPage.Finding finding) {
        var asked = finding.wording(desk.locale());
        var answer = finding.found().answer();
        var note = finding.found().note();
        var said = answer == null ? asked : asked + " " + desk.say("equality.check.answer." + answer) + ".";
        return desk.say("equality.finding.from") + "\n" + said + (note == null ? "" : "\n" + note);
    }

    @PostMapping("/w/{network}/equality/findings/{finding}/settlement")
    String settle(
            Visitor visitor,
            @PathVariable UUID finding,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "") String outcome,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        findings.settle(finding, Typed.version(version), outcome, desk.today());
        return redirects.done(request, place(visitor), "equality.finding.settled-now");
    }

    private static String place(Visitor visitor) {
        return visitor.base() + "/equality/checks";
    }
}
