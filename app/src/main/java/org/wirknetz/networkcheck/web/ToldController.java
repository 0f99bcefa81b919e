package org.wirknetz.networkcheck.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.ToldAgainstWork.Finding;
import org.wirknetz.platform.Forbidden;

/// What organisations say of their ties, beside what their work shows. For the office: those who were asked were
/// promised that no other partner reads it.
@Controller
class ToldController {

    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    ToldController(JdbcClient db, NetworkcheckPermissions may, CheckDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/told")
    ModelAndView show(Visitor visitor, @RequestParam(required = false) @Nullable UUID wave) {
        Forbidden.unless(may.seeRisks(visitor));
        var title = desk.say("networkcheck.told.title");
        var crumbs = List.of(desk.check(visitor), CheckDesk.here(title));
        var page = ToldPage.of(db, wave);
        return page.isEmpty()
                ? desk.page("told-nothing", title, crumbs, Map.of())
                : desk.page("told", title, crumbs, Map.of("page", page.get(), "findings", List.of(Finding.values())));
    }
}
