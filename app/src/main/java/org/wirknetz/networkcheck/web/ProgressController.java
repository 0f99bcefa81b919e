package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// How far the history of a large network is. Whoever reads it waits; only the office ends it, since it is one for all.
@Controller
class ProgressController {

    private static final int HUNDRED = 100;

    private final Chronicles chronicles;
    private final Checks checks;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    ProgressController(
            Chronicles chronicles, Checks checks, NetworkcheckPermissions may, CheckDesk desk, Redirects redirects) {
        this.chronicles = chronicles;
        this.checks = checks;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// Asked every second while the work goes on; answers with the chapter's address when it is done.
    @GetMapping("/w/{network}/check/progress")
    Object progress(
            Visitor visitor,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "with") String coordinator,
            HttpServletRequest request) {
        Forbidden.unless(may.seeNames(visitor));
        var asked = new Asked(chapter, asOf, coordinator);
        var state = checks.history(chronicles.current(), desk.asOf(asked.asOf()), asked.with());
        if (state.isUnderWay())
            return new ModelAndView(
                    "networkcheck/progress",
                    Map.of(
                            "done", Math.round(HUNDRED * state.share()),
                            "query", asked.query(),
                            "stops", may.seeRisks(visitor)));
        // A browser follows a redirect before htmx sees it, and would put the whole page into the progress bar.
        var page = asked.page(visitor);
        if (request.getHeader("HX-Request") != null)
            return ResponseEntity.noContent().header("HX-Redirect", page).build();
        return "redirect:" + page;
    }

    @PostMapping("/w/{network}/check/progress/cancellation")
    String cancel(
            Visitor visitor,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "with") String coordinator,
            HttpServletRequest request) {
        Forbidden.unless(may.seeRisks(visitor));
        var asked = new Asked(chapter, asOf, coordinator);
        checks.stop(desk.asOf(asOf), asked.with());
        return redirects.told(request, asked.page(visitor), "networkcheck.compared.cancelled");
    }

    @PostMapping("/w/{network}/check/progress/resumption")
    String resume(
            Visitor visitor,
            @RequestParam(defaultValue = "") String chapter,
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "with") String coordinator) {
        Forbidden.unless(may.seeRisks(visitor));
        var asked = new Asked(chapter, asOf, coordinator);
        checks.resume(desk.asOf(asOf), asked.with());
        return "redirect:" + asked.page(visitor);
    }

    /// The page from which it was asked; what somebody made up leads to the first chapter of today.
    private record Asked(String chapter, String asOf, String coordinator) {

        Asked {
            var wanted = chapter;
            chapter = Arrays.stream(Chapter.values())
                    .map(Chapter::path)
                    .filter(it -> it.equals(wanted))
                    .findFirst()
                    .orElse(Chapter.STANDARDS.path());
            if (!asOf.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) asOf = "";
        }

        boolean with() {
            return !coordinator.equals("without");
        }

        String query() {
            return "chapter=" + chapter + "&asOf=" + asOf + "&coordinator=" + (with() ? "with" : "without");
        }

        String page(Visitor visitor) {
            return visitor.base() + "/check/" + chapter + "?asOf=" + asOf + (with() ? "" : "&coordinator=without");
        }
    }
}
