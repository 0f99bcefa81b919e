package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
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
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Sight;
import org.wirknetz.equality.Criteria;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Standard;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The standard on gender and cultural mainstreaming (C2.2): those inside read it, the office works through it.
@Controller
class StandardController {

    private final JdbcClient db;
    private final Criteria criteria;
    private final Standard standard;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    StandardController(
            JdbcClient db,
            Criteria criteria,
            Standard standard,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.criteria = criteria;
        this.standard = standard;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/standard")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeCollections(visitor));
        return desk.page(
                "equality/standard",
                desk.say("equality.standard.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.standard.title"))),
                Map.of("page", page(visitor), "edition", standard.latest(), "leads", may.lead(visitor)));
    }

    @GetMapping("/w/{network}/equality/standard/{criterion}")
    ModelAndView one(Visitor visitor, @PathVariable UUID criterion) {
        Forbidden.unless(may.seeCollections(visitor));
        var shown = page(visitor).lines().stream()
                .filter(it -> it.id().equals(criterion))
                .findFirst()
                .orElseThrow(NotFound::new);
        boolean leads = may.lead(visitor);
        return desk.page(
                "equality/criterion",
                shown.title(),
                List.of(
                        equality(visitor),
                        new Crumb(desk.say("equality.standard.title"), visitor.base() + "/equality/standard"),
                        Desk.here(desk.say("equality.standard.criterion"))),
                Map.of(
                        "line",
                        shown,
                        "today",
                        desk.today(),
                        "edition",
                        standard.latest(),
                        "levels",
                        levels(shown.level()),
                        "people",
                        leads
                                ? PeopleToName.of(db, desk.today())
                                        .people(desk.say("equality.topics.nobody"), shown.person())
                                : List.<Choice>of(),
                        "leads",
                        leads));
    }

    private StandardPage page(Visitor visitor) {
        return StandardPage.of(db, standard, desk, Sight.of(visitor), desk.today());
    }

    private List<Choice> levels(int chosen) {
        var said = standard.latest().levels();
        return java.util.stream.IntStream.range(0, said.size())
                .mapToObj(it ->
                        new Choice(String.valueOf(it), it + " · " + said.get(it).in(desk.locale()), it == chosen))
                .toList();
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    @PostMapping("/w/{network}/equality/standard")
    String begin(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        criteria.begin(desk.today());
        return redirects.done(request, visitor.base() + "/equality/standard", "equality.standard.begun");
    }

    @PostMapping("/w/{network}/equality/standard/criteria")
    String add(Visitor visitor, @RequestParam(defaultValue = "") String title, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var id = criteria.add(title, desk.today());
        return redirects.done(request, visitor.base() + "/equality/standard/" + id, "equality.criterion.added");
    }

    @PostMapping("/w/{network}/equality/standard/{criterion}/plan")
    String plan(
            Visitor visitor,
            @PathVariable UUID criterion,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String review,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        criteria.plan(criterion, version, Typed.id(person), Typed.day(review));
        return redirects.done(request, place(visitor, criterion), "equality.criterion.planned");
    }

    @PostMapping("/w/{network}/equality/standard/{criterion}/ratings")
    String rate(
            Visitor visitor,
            @PathVariable UUID criterion,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String level,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        if (!level.matches("[0-4]")) throw new Refused("equality.rating.no-level", 4);
        criteria.rate(criterion, version, Integer.parseInt(level), Typed.neededDay(on), desk.today());
        return redirects.done(request, place(visitor, criterion), "equality.rating.noted");
    }

    @PostMapping("/w/{network}/equality/standard/{criterion}/evidence")
    String prove(
            Visitor visitor,
            @PathVariable UUID criterion,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String address,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        criteria.prove(criterion, title, address, Typed.neededDay(on), desk.today());
        return redirects.done(request, place(visitor, criterion), "equality.evidence.noted", title.strip());
    }

    @PostMapping("/w/{network}/equality/evidence/{evidence}/removal")
    String unprove(Visitor visitor, @PathVariable UUID evidence, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var criterion = criteria.provedBy(evidence);
        criteria.unprove(evidence);
        return redirects.done(request, place(visitor, criterion), "equality.evidence.removed");
    }

    @PostMapping("/w/{network}/equality/standard/{criterion}/removal")
    String remove(Visitor visitor, @PathVariable UUID criterion, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        criteria.remove(criterion);
        return redirects.done(request, visitor.base() + "/equality/standard", "equality.criterion.removed");
    }

    private static String place(Visitor visitor, UUID criterion) {
        return visitor.base() + "/equality/standard/" + criterion;
    }
}
