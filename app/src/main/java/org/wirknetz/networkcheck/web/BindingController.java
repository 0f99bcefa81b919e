package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;

/// Who is bound to whom, at which level: as a matrix and as a table.
@Controller
class BindingController {

    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    BindingController(JdbcClient db, NetworkcheckPermissions may, CheckDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/ties/binding")
    ModelAndView binding(Visitor visitor, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.seeNames(visitor));
        var day = desk.asOf(asOf);
        var page = BindingPage.of(db, day);
        var title = desk.say("networkcheck.binding.title");
        return desk.page(
                "binding",
                title,
                List.of(desk.ties(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        page,
                        "day",
                        day,
                        "sentence",
                        desk.say(
                                "networkcheck.binding.sentence",
                                page.bound().size(),
                                page.onPaperOnly().size(),
                                page.withoutForm().size()),
                        "mayEnter",
                        may.enterTies(visitor)));
    }
}
