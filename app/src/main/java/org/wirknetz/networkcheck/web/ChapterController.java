package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.Forbidden;

/// One chapter of the network check: every measure with all that is behind it, for those inside. A number read today
/// and
/// tomorrow tells one by one who came or which tie ended, so whoever is outside reads half-year reports instead.
@Controller
class ChapterController {

    private static final int HUNDRED = 100;

    private final Chronicles chronicles;
    private final Checks checks;
    private final ChapterBlocks blocks;
    private final Discreet discreet;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    ChapterController(
            Chronicles chronicles,
            Checks checks,
            ChapterBlocks blocks,
            Discreet discreet,
            NetworkcheckPermissions may,
            CheckDesk desk) {
        this.chronicles = chronicles;
        this.checks = checks;
        this.blocks = blocks;
        this.discreet = discreet;
        this.may = may;
        this.desk = desk;
    }

    /// What the size of the network lets say (domain 5.1).
    private List<String> size(int organisations) {
        var band = organisations < 5 ? "few" : organisations < 10 ? "small" : organisations < 20 ? "middle" : "large";
        return organisations == 0
                ? List.of(desk.say("networkcheck.size.few"))
                : List.of(
                        desk.say("networkcheck.size." + band),
                        desk.say("networkcheck.size.one", Math.round((double) HUNDRED / organisations)),
                        desk.say("networkcheck.size.ratios"));
    }

    @GetMapping({
        "/w/{network}/check/standards",
        "/w/{network}/check/shaping",
        "/w/{network}/check/sustaining",
        "/w/{network}/check/questions"
    })
    ModelAndView chapter(
            Visitor visitor,
            @RequestParam(name = "asOf", required = false) @Nullable String typed,
            @RequestParam(defaultValue = "with") String coordinator,
            HttpServletRequest request) {
        Forbidden.unless(may.seeNames(visitor));
        var chapter = Chapter.at(request.getRequestURI());
        boolean with = !coordinator.equals("without");
        var chronicle = chronicles.current();
        var asOf = desk.asOf(typed);
        var found = checks.of(chronicle, asOf, with);
        var history = checks.history(chronicle, asOf, with);
        var telling = new Telling(
                desk,
                visitor.base(),
                chronicle,
                found,
                checks.of(chronicle, asOf, false),
                history.answer().orElse(Checks.History.NONE),
                may.enterTies(visitor));
        var shown = discreet.of(visitor, telling, it -> blocks.of(chapter, it, visitor));
        var page = new ChapterPage(
                chapter,
                asOf,
                with,
                chapter != Chapter.QUESTIONS
                        && chronicle.asOf(asOf).members().stream().anyMatch(Member::coordinator),
                shown,
                found.isTooThin()
                        ? desk.say("networkcheck.withheld.thin", found.untied().size(), found.organisations())
                        : found.organisations() > 0 && found.organisations() < 10
                                ? desk.say("networkcheck.check.small", found.organisations())
                                : "",
                Math.round(HUNDRED * history.share()),
                history.stopped(),
                found.organisations(),
                size(found.organisations()),
                may.seeRisks(visitor));
        var title = desk.say("networkcheck.chapter." + chapter.path());
        return desk.page("chapter", title, List.of(desk.check(visitor), CheckDesk.here(title)), Map.of("page", page));
    }
}
