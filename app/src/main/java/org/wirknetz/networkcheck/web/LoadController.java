package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Capacities;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.networkcheck.Loads;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// What is asked of partners, and how much they can give: all of it for the office, their own for partners.
@Controller
class LoadController {

    private final JdbcClient db;
    private final Loads loads;
    private final Capacities capacities;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    LoadController(
            JdbcClient db,
            Loads loads,
            Capacities capacities,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.db = db;
        this.loads = loads;
        this.capacities = capacities;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/load")
    ModelAndView all(Visitor visitor, @RequestParam(defaultValue = "") String half) {
        Forbidden.unless(may.enterTies(visitor));
        if (!visitor.isOffice()) {
            var own = visitor.seats().stream()
                    .map(Visitor.Seat::organisation)
                    .filter(Objects::nonNull)
                    .filter(it -> may.seeLoad(visitor, it))
                    .findFirst();
            Forbidden.unless(own.isPresent());
            return new ModelAndView("redirect:" + visitor.base() + "/load/" + own.get());
        }
        var wanted = HalfYear.parse(half, desk.today());
        return desk.page(
                "loads",
                desk.say("networkcheck.load.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.load.page"))),
                Map.of(
                        "half",
                        wanted,
                        "loads",
                        loads.all(wanted),
                        "costs",
                        loads.costs(wanted),
                        "address",
                        visitor.base() + "/load"));
    }

    @GetMapping("/w/{network}/load/{organisation}")
    ModelAndView show(Visitor visitor, @PathVariable UUID organisation, @RequestParam(defaultValue = "") String half) {
        Forbidden.unless(may.seeLoad(visitor, organisation));
        return page(visitor, organisation, half, LoadForm.of(capacities.of(organisation)), List.of());
    }

    private ModelAndView page(Visitor visitor, UUID organisation, String half, LoadForm form, List<Problem> problems) {
        var name = name(organisation);
        var wanted = HalfYear.parse(half, desk.today());
        var address = visitor.base() + "/load";
        var title = desk.say("networkcheck.load.of", name);
        return desk.page(
                "load",
                title,
                visitor.isOffice()
                        ? List.of(
                                desk.check(visitor),
                                new Crumb(desk.say("networkcheck.load.page"), address),
                                CheckDesk.here(name))
                        : List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.load.page"))),
                Map.of(
                        "page",
                        LoadPage.of(
                                wanted,
                                loads.of(organisation, wanted),
                                capacities.of(organisation).orElse(null),
                                desk.today()),
                        "form",
                        form,
                        "problems",
                        problems,
                        "address",
                        address + "/" + organisation));
    }

    @PostMapping("/w/{network}/load/{organisation}")
    Object say(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.seeLoad(visitor, organisation));
        var form = LoadForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, organisation, "", form, problems));
        var name = name(organisation);
        var path = visitor.base() + "/load/" + organisation;
        if (form.hours().isEmpty()) {
            if (capacities.of(organisation).isEmpty()) return "redirect:" + path;
            capacities.forget(organisation);
            return redirects.done(request, path, "networkcheck.load.forgotten", name);
        }
        capacities.say(
                organisation,
                new BigDecimal(form.hours().replace(',', '.')),
                Capacities.Per.of(form.per()),
                form.note());
        return redirects.done(request, path, "networkcheck.load.said", name);
    }

    private String name(UUID organisation) {
        return db.sql("select name from directory.organisation_card where network = platform.network() and id = ?")
                .param(organisation)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }
}
