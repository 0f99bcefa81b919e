package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.fair.Attention;
import org.wirknetz.networkcheck.fair.Felt;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.networkcheck.fair.Motions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Neutrality of the coordination office (M11): what can be measured for the office, what was laid open for all inside.
@Controller
class NeutralityController {

    private final JdbcClient db;
    private final Interests interests;
    private final Chronicles chronicles;
    private final Checks checks;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    NeutralityController(
            JdbcClient db,
            Interests interests,
            Chronicles chronicles,
            Checks checks,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.db = db;
        this.interests = interests;
        this.chronicles = chronicles;
        this.checks = checks;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/neutrality")
    ModelAndView all(Visitor visitor, @RequestParam(defaultValue = "") String reference) {
        Forbidden.unless(may.seeNames(visitor));
        return page(visitor, InterestForm.EMPTY, List.of(), null, reference);
    }

    @PostMapping("/w/{network}/check/neutrality/interests")
    Object add(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.keepInterests(visitor));
        var form = InterestForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, form, problems, null, ""));
        var one = form.interest(new UUID(0, 0));
        interests.add(one.about(), one.handling(), one.from(), one.to());
        return done(visitor, request, "networkcheck.interests.added");
    }

    @GetMapping("/w/{network}/check/neutrality/interests/{interest}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID interest) {
        Forbidden.unless(may.keepInterests(visitor));
        var known = interests.require(interest);
        return page(visitor, InterestForm.of(known), List.of(), known, "");
    }

    @PostMapping("/w/{network}/check/neutrality/interests/{interest}")
    Object change(
            Visitor visitor,
            @PathVariable UUID interest,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.keepInterests(visitor));
        var known = interests.require(interest);
        var form = InterestForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, form, problems, known, ""));
        interests.change(form.interest(interest));
        return done(visitor, request, "networkcheck.interests.changed");
    }

    @PostMapping("/w/{network}/check/neutrality/interests/{interest}/removal")
    String remove(Visitor visitor, @PathVariable UUID interest, HttpServletRequest request) {
        Forbidden.unless(may.keepInterests(visitor));
        interests.require(interest);
        interests.remove(interest);
        return done(visitor, request, "networkcheck.interests.removed");
    }

    private String done(Visitor visitor, HttpServletRequest request, String key) {
        return redirects.done(request, visitor.base() + "/check/neutrality", key);
    }

    private ModelAndView page(
            Visitor visitor,
            InterestForm form,
            List<Problem> problems,
            Interests.@Nullable Interest changed,
            String reference) {
        var address = visitor.base() + "/check/neutrality";
        var title = desk.say("networkcheck.neutral.title");
        var crumbs = changed == null
                ? List.of(desk.check(visitor), CheckDesk.here(title))
                : List.of(
                        desk.check(visitor),
                        new Crumb(title, address),
                        CheckDesk.here(desk.say("networkcheck.interests.change")));
        return desk.page(
                "neutrality",
                changed == null ? title : desk.say("networkcheck.interests.change"),
                crumbs,
                Map.of(
                        "page",
                        new NeutralityPage(
                                changed == null ? blocks(visitor, reference) : List.of(),
                                interests.all(),
                                may.keepInterests(visitor),
                                changed),
                        "form",
                        form,
                        "problems",
                        problems,
                        "address",
                        address + "/interests"));
    }

    private List<CheckPage.Block> blocks(Visitor visitor, String reference) {
        var today = desk.today();
        var chronicle = chronicles.current();
        var found = checks.of(chronicle, today, true);
        var telling = Telling.ofOneDay(desk, visitor.base(), chronicle, found, found, false);
        var neutral = new HowNeutral(telling);
        var blocks = new ArrayList<CheckPage.Block>();
        if (may.seeRisks(visitor)) {
            blocks.add(neutral.attention(Attention.of(db, found.snapshot(), wanted(reference))));
            blocks.add(HowFair.of(telling, db, found.snapshot().byId(), today).block());
            blocks.add(neutral.motions(Motions.of(db, found.snapshot())));
        }
        blocks.add(neutral.felt(Felt.of(db, today)));
        return blocks;
    }

    private static Attention.@Nullable Measure wanted(String reference) {
        return switch (reference) {
            case "members" -> Attention.Measure.MEMBERS;
            case "capacity" -> Attention.Measure.CAPACITY;
            default -> null;
        };
    }
}
