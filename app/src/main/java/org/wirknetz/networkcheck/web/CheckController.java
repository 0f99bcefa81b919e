package org.wirknetz.networkcheck.web;

import java.util.Arrays;
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
import org.wirknetz.networkcheck.Reports;
import org.wirknetz.platform.Forbidden;

/// The network check as of a day, with or without the coordination office: one sentence for each measure, by chapter.
/// Whoever is outside is led to reports and maps that were released.
@Controller
class CheckController {

    private final Chronicles chronicles;
    private final Checks checks;
    private final Maps maps;
    private final ChapterBlocks blocks;
    private final Discreet discreet;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    CheckController(
            Chronicles chronicles,
            Checks checks,
            Maps maps,
            ChapterBlocks blocks,
            Discreet discreet,
            NetworkcheckPermissions may,
            CheckDesk desk) {
        this.chronicles = chronicles;
        this.checks = checks;
        this.maps = maps;
        this.blocks = blocks;
        this.discreet = discreet;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check")
    ModelAndView check(
            Visitor visitor,
            @RequestParam(name = "asOf", required = false) @Nullable String typed,
            @RequestParam(defaultValue = "with") String coordinator) {
        Forbidden.unless(may.seeCheck(visitor));
        var chronicle = chronicles.current();
        if (!may.seeNames(visitor)) return forThoseOutside();
        boolean with = !coordinator.equals("without");
        var asOf = desk.asOf(typed);
        var found = checks.of(chronicle, asOf, with);
        var whole = checks.of(chronicle, asOf, true);
        var telling = Telling.ofOneDay(
                desk, visitor.base(), chronicle, found, checks.of(chronicle, asOf, false), may.enterTies(visitor));
        var query = "?asOf=" + asOf + (with ? "" : "&coordinator=without");
        var page = new CheckPage(
                asOf,
                whole.organisations() == 0
                        ? desk.say("networkcheck.map.nobody")
                        : Sentences.ofMap(desk, whole.snapshot()),
                with,
                whole.snapshot().members().stream().anyMatch(Member::coordinator),
                notice(whole.isTooThin(), whole.organisations(), whole.untied().size()),
                whole.organisations() > 0 ? maps.drawing(chronicle, asOf) : null,
                chronicle.groupsOn(asOf),
                Arrays.stream(Chapter.values())
                        .map(it -> new CheckPage.Panel(
                                it == Chapter.SHAPING || it == Chapter.SUSTAINING,
                                desk.say("networkcheck.chapter." + it.path()),
                                visitor.base() + "/check/" + it.path() + query,
                                discreet.of(visitor, telling, told -> blocks.of(it, told, visitor))))
                        .filter(it -> !it.blocks().isEmpty())
                        // Without any tie the other chapters would only say so, one measure after the other.
                        .filter(it -> whole.pairs() > 0 || !it.needsTies())
                        .toList(),
                whole.pairs() == 0,
                may.enterTies(visitor),
                may.seeRisks(visitor),
                files(visitor.base(), asOf.toString()));
        return desk.page(
                "check",
                desk.say("networkcheck.check.title"),
                List.of(CheckDesk.here(desk.say("room.networkcheck"))),
                Map.of("page", page));
    }

    /// No figure of today: two days of it would tell by their difference who came, who left and which tie ended.
    private ModelAndView forThoseOutside() {
        return desk.page(
                "check-outside",
                desk.say("networkcheck.check.title"),
                List.of(CheckDesk.here(desk.say("room.networkcheck"))),
                Map.of());
    }

    private String notice(boolean thin, int organisations, int untied) {
        if (thin) return desk.say("networkcheck.withheld.thin", untied, organisations);
        return organisations > 0 && organisations < 10 ? desk.say("networkcheck.check.small", organisations) : "";
    }

    private List<CheckPage.Link> files(String base, String asOf) {
        return Reports.formats().stream()
                .map(format -> new CheckPage.Link(
                        desk.say("networkcheck.download." + format), base + "/check/files/" + format + "?asOf=" + asOf))
                .toList();
    }
}
