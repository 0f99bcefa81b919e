package org.wirknetz.networkcheck.web;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.networkcheck.Evidence;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Ties;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;

/// What lies between two organisations: the ties somebody declared, and what their work shows.
@Controller
class BetweenController {

    private final JdbcClient db;
    private final Evidence evidence;
    private final Ties ties;
    private final NetworkcheckPermissions may;
    private final ExchangePermissions introductions;
    private final CheckDesk desk;

    BetweenController(
            JdbcClient db,
            Evidence evidence,
            Ties ties,
            NetworkcheckPermissions may,
            ExchangePermissions introductions,
            CheckDesk desk) {
        this.db = db;
        this.evidence = evidence;
        this.ties = ties;
        this.may = may;
        this.introductions = introductions;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/ties/between/{one}/{other}")
    ModelAndView show(Visitor visitor, @PathVariable UUID one, @PathVariable UUID other) {
        Forbidden.unless(may.seeNames(visitor));
        if (one.equals(other)) throw new NotFound();
        var page = BetweenPage.of(
                db,
                new BetweenPage.End(one, name(one)),
                new BetweenPage.End(other, name(other)),
                evidence.between(one, other),
                visitor.base(),
                introductions.introduce(visitor),
                desk.today());
        var title = desk.say(
                "networkcheck.between.title", page.one().name(), page.other().name());
        var kinds = new java.util.HashMap<String, String>();
        ties.kinds().forEach(kind -> kinds.put(kind.key(), kind.name(desk.words(), desk.locale())));
        return desk.page(
                "between",
                title,
                List.of(desk.ties(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        page,
                        "kinds",
                        kinds,
                        "mayDeclare",
                        may.declare(visitor, one, other),
                        "weight",
                        weight(page)));
    }

    private String weight(BetweenPage page) {
        var format = NumberFormat.getInstance(desk.locale());
        format.setMaximumFractionDigits(2);
        return format.format(page.weight());
    }

    private String name(UUID organisation) {
        return db.sql("select name from directory.organisation_card where network = platform.network() and id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
