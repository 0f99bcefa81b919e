package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Funds;
import org.wirknetz.networkcheck.Livelihood;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// What the network lives on: the office keeps the list, nobody else reads it.
@Controller
class FundingController {

    private final Funds funds;
    private final Chronicles chronicles;
    private final Checks checks;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    FundingController(
            Funds funds,
            Chronicles chronicles,
            Checks checks,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.funds = funds;
        this.chronicles = chronicles;
        this.checks = checks;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/funding")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeFunding(visitor));
        return page(visitor, FundingForm.EMPTY, List.of(), null);
    }

    @PostMapping("/w/{network}/check/funding")
    Object add(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.seeFunding(visitor));
        var form = FundingForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, form, problems, null));
        var line = form.line(new UUID(0, 0));
        funds.add(line.source(), line.amount(), line.publicly(), line.from(), line.to());
        return done(visitor, request, "networkcheck.funding.added", line);
    }

    @GetMapping("/w/{network}/check/funding/{line}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID line) {
        Forbidden.unless(may.seeFunding(visitor));
        var known = funds.require(line);
        return page(visitor, FundingForm.of(known), List.of(), known);
    }

    @PostMapping("/w/{network}/check/funding/{line}")
    Object change(
            Visitor visitor,
            @PathVariable UUID line,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.seeFunding(visitor));
        var known = funds.require(line);
        var form = FundingForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, form, problems, known));
        var changed = form.line(line);
        funds.change(changed);
        return done(visitor, request, "networkcheck.funding.changed", changed);
    }

    @PostMapping("/w/{network}/check/funding/{line}/removal")
    String remove(Visitor visitor, @PathVariable UUID line, HttpServletRequest request) {
        Forbidden.unless(may.seeFunding(visitor));
        var known = funds.require(line);
        funds.remove(line);
        return done(visitor, request, "networkcheck.funding.removed", known);
    }

    private String done(Visitor visitor, HttpServletRequest request, String key, Funds.Line line) {
        return redirects.done(request, visitor.base() + "/check/funding", key, line.source());
    }

    private ModelAndView page(Visitor visitor, FundingForm form, List<Problem> problems, Funds.@Nullable Line changed) {
        var today = desk.today();
        var lines = funds.all();
        var found = checks.of(chronicles.current(), today, true);
        var telling = Telling.ofOneDay(desk, visitor.base(), chronicles.current(), found, found, false);
        var title = desk.say("networkcheck.funding.title");
        var crumbs = changed == null
                ? List.of(desk.check(visitor), CheckDesk.here(title))
                : List.of(
                        desk.check(visitor),
                        new Crumb(title, visitor.base() + "/check/funding"),
                        CheckDesk.here(changed.source()));
        return desk.page(
                "funding",
                changed == null ? title : desk.say("networkcheck.funding.of", changed.source()),
                crumbs,
                Map.of(
                        "page",
                        new FundingPage(
                                today,
                                new HowFunded(telling, Livelihood.of(lines, today), lines).block(),
                                lines.stream().filter(it -> it.holdsOn(today)).toList(),
                                lines.stream().filter(it -> !it.holdsOn(today)).toList(),
                                changed),
                        "form",
                        form,
                        "problems",
                        problems,
                        "address",
                        visitor.base() + "/check/funding"));
    }
}
