package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.networkcheck.fair.Summaries;
import org.wirknetz.networkcheck.fair.Told;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// Summaries of the office's neutrality: drawn up, explained and published by the office, read by everybody with a
/// seat,
/// and by anybody where the office has opened one.
@Controller
class SummaryController {

    private static final String REASON = "reason.";

    private final JdbcClient db;
    private final Summaries summaries;
    private final Interests interests;
    private final Chronicles chronicles;
    private final Checks checks;
    private final SummaryTelling telling;
    private final NetworkcheckPermissions may;
    private final Doors doors;
    private final CheckDesk desk;
    private final Redirects redirects;

    SummaryController(
            JdbcClient db,
            Summaries summaries,
            Interests interests,
            Chronicles chronicles,
            Checks checks,
            SummaryTelling telling,
            NetworkcheckPermissions may,
            Doors doors,
            CheckDesk desk,
            Redirects redirects) {
        this.db = db;
        this.summaries = summaries;
        this.interests = interests;
        this.chronicles = chronicles;
        this.checks = checks;
        this.telling = telling;
        this.may = may;
        this.doors = doors;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/neutrality/summaries")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.seeCheck(visitor));
        var all = summaries.all();
        var known = all.stream().map(Summaries.Card::asOf).toList();
        var lines = all.stream()
                .map(it -> new SummaryPage.Drawn(
                        it.id(),
                        telling.period(it),
                        it.open() ? "open" : it.publishedOn() == null ? "draft" : "published"))
                .toList();
        var days = summaries.days().stream()
                .filter(it -> !known.contains(it))
                .map(it -> new Choice(
                        it.toString(),
                        desk.say(
                                "networkcheck.summary.period",
                                desk.date(it.minusYears(1).plusDays(1)),
                                desk.date(it)),
                        false))
                .toList();
        return desk.page(
                "summaries",
                desk.say("networkcheck.summary.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.summary.title"))),
                Map.of("lines", lines, "days", days, "office", may.publishNeutrality(visitor)));
    }

    @PostMapping("/w/{network}/check/neutrality/summaries")
    String draw(Visitor visitor, @RequestParam LocalDate day, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        var chronicle = chronicles.current();
        var snapshot = checks.of(chronicle, day, true).snapshot();
        var id = summaries.draw(day, Told.of(db, snapshot, chronicle.groups(), interests.all()));
        return redirects.done(request, path(visitor, id), "networkcheck.summary.drawn");
    }

    @GetMapping("/w/{network}/check/neutrality/summaries/{summary}")
    ModelAndView show(Visitor visitor, @PathVariable UUID summary) {
        Forbidden.unless(may.seeCheck(visitor));
        var card = summaries.card(summary);
        var office = may.publishNeutrality(visitor)
                ? new SummaryPage.Office(
                        card.id(),
                        card.version(),
                        card.publishedOn() != null,
                        card.open() ? doors.address("/n/" + visitor.slug() + "/neutrality") : "")
                : null;
        return desk.page(
                "summary",
                desk.say("networkcheck.summary.one"),
                List.of(
                        desk.check(visitor),
                        new Crumb(
                                desk.say("networkcheck.summary.title"), visitor.base() + "/check/neutrality/summaries"),
                        CheckDesk.here(telling.period(card))),
                Map.of("page", telling.page(summaries.of(summary), office)));
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/reasons")
    String explain(
            Visitor visitor,
            @PathVariable UUID summary,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        var reasons = new HashMap<String, String>();
        given.forEach((name, text) -> {
            if (name.startsWith(REASON)) reasons.put(name.substring(REASON.length()), text);
        });
        var version = given.getOrDefault("version", "");
        summaries.explain(
                summary,
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0,
                reasons,
                given.getOrDefault("remark", ""));
        return redirects.done(request, path(visitor, summary), "networkcheck.summary.explained");
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/publication")
    String publish(Visitor visitor, @PathVariable UUID summary, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        summaries.publish(summary);
        return redirects.done(request, path(visitor, summary), "networkcheck.summary.published");
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID summary, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        summaries.withdraw(summary);
        return redirects.told(request, path(visitor, summary), "networkcheck.summary.withdrawn");
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/door")
    String open(Visitor visitor, @PathVariable UUID summary, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        summaries.open(summary, true);
        return redirects.done(request, path(visitor, summary), "networkcheck.summary.opened");
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/door/removal")
    String shut(Visitor visitor, @PathVariable UUID summary, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        summaries.open(summary, false);
        return redirects.told(request, path(visitor, summary), "networkcheck.summary.shut");
    }

    @PostMapping("/w/{network}/check/neutrality/summaries/{summary}/removal")
    String remove(Visitor visitor, @PathVariable UUID summary, HttpServletRequest request) {
        Forbidden.unless(may.publishNeutrality(visitor));
        summaries.remove(summary);
        return redirects.done(request, visitor.base() + "/check/neutrality/summaries", "networkcheck.summary.removed");
    }

    /// All that are open, one below the other.
    @GetMapping("/n/{network}/neutrality")
    ModelAndView forAnybody() {
        var open = summaries.forAnybody();
        if (open.isEmpty()) throw new NotFound();
        return desk.page(
                "public-neutrality",
                desk.say("networkcheck.summary.one"),
                List.of(),
                Map.of("pages", open.stream().map(it -> telling.page(it, null)).toList()));
    }

    private static String path(Visitor visitor, UUID summary) {
        return visitor.base() + "/check/neutrality/summaries/" + summary;
    }
}
