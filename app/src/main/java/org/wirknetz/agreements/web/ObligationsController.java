package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Reminders;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// The list of all duties that one may see, and whether one wants to be reminded of them.
@Controller
class ObligationsController {

    private final JdbcClient db;
    private final Reminders reminders;
    private final AgreementsPermissions may;
    private final AgreementsDesk desk;
    private final Redirects redirects;

    ObligationsController(
            JdbcClient db, Reminders reminders, AgreementsPermissions may, AgreementsDesk desk, Redirects redirects) {
        this.db = db;
        this.reminders = reminders;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/obligations")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.draft(visitor));
        var asked = asked(visitor, given);
        var list = ObligationRows.page(db, asked, desk.today());
        var counts = ObligationRows.counts(db, desk.today());
        var title = desk.say("agreements.obligations");
        return desk.page(
                "obligations",
                title,
                List.of(AgreementsDesk.here(title)),
                Map.of(
                        "list", list,
                        "asked", asked,
                        "paging", asked.paging(ObligationRows.SIZE, list.total()),
                        "filters", List.of(standings(asked)),
                        "sentence", desk.say("agreements.obligations.sentence", counts.open(), counts.late()),
                        "wanted", reminders.wanted(visitor.account().value())));
    }

    /// Exactly what the list shows; everybody gets the duties of their own agreements, the office all.
    @GetMapping("/w/{network}/obligations/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.draft(visitor));
        var rows = ObligationRows.whole(db, asked(visitor, given), desk.today()).rows();
        return Spreadsheet.of(
                visitor.slug() + "-obligations",
                given.get("format"),
                table -> ObligationTable.write(desk, table, rows));
    }

    @PostMapping("/w/{network}/obligations/reminders")
    String choose(Visitor visitor, @RequestParam boolean wanted, HttpServletRequest request) {
        Forbidden.unless(may.draft(visitor));
        reminders.choose(visitor.account().value(), wanted);
        return redirects.done(
                request,
                visitor.base() + "/obligations",
                wanted ? "agreements.reminders.on" : "agreements.reminders.off");
    }

    private static Asked asked(Visitor visitor, Map<String, String> given) {
        return ObligationRows.asked(visitor.base() + "/obligations", given);
    }

    private Filter standings(Asked asked) {
        var choices = new LinkedHashMap<String, String>();
        for (var it : List.of("open", "late", "done"))
            choices.put(it, desk.say("agreements.obligation.standing." + it));
        return asked.filter("standing", desk.say("agreements.filter.standing"), choices);
    }
}
