package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Corridors;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.HandOver;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Position;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.networkcheck.course.Courses;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Between coordination and self-organisation (F11): everybody inside reads where the network stands and
/// wants to be; the office sets it, and reads what could be handed over to whom.
@Controller
class SteeringController {

    private final Chronicles chronicles;
    private final Works works;
    private final Corridors corridors;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    SteeringController(
            Chronicles chronicles,
            Works works,
            Corridors corridors,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.chronicles = chronicles;
        this.works = works;
        this.corridors = corridors;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/steering")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.seeNames(visitor));
        var known = corridors.all();
        return page(visitor, CorridorForm.of(known.isEmpty() ? null : known.getFirst()), List.of());
    }

    @PostMapping("/w/{network}/check/steering")
    Object set(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.setCorridor(visitor));
        var form = CorridorForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(page(visitor, form, problems));
        corridors.set(form.shown(), form.lowest(), form.highest(), form.reason());
        return redirects.done(
                request,
                visitor.base() + "/check/steering",
                "networkcheck.corridor.done",
                form.lowest(),
                form.highest());
    }

    private ModelAndView page(Visitor visitor, CorridorForm form, List<Problem> problems) {
        var today = desk.today();
        var chronicle = chronicles.current();
        var work = works.current();
        var known = corridors.all();
        var members = chronicle.asOf(today).byId();
        var offices = members.values().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
        var position = Position.of(chronicle, work, known, chronicle.quarters(today, Courses.QUARTERS));
        var handOver = HandOver.of(work, offices, members.keySet(), today);
        var telling = new SteeringTelling(desk, visitor.base(), members);
        var title = desk.say("networkcheck.steering.page-title");
        return desk.page(
                "steering",
                title,
                List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        new SteeringPage(
                                telling.sentence(position.quarters().getLast()),
                                telling.advice(position),
                                telling.slider(position),
                                Steering.of(work, offices, today).kinds(),
                                telling.quarters(position),
                                telling.halfLife(handOver),
                                may.seeRisks(visitor) ? telling.candidates(handOver) : null,
                                known,
                                may.setCorridor(visitor),
                                List.of(
                                        desk.say("networkcheck.steering.how"),
                                        desk.say("networkcheck.handover.how", HandOver.FEWEST),
                                        desk.say("networkcheck.check.method", Findings.METHOD_VERSION))),
                        "form",
                        form,
                        "problems",
                        problems,
                        "address",
                        visitor.base() + "/check/steering"));
    }
}
