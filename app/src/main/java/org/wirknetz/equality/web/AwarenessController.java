package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashSet;
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
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Sensitisations;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Making partners aware (C4.3): what was done, who took part, whom it has not reached. Names are for those inside.
@Controller
class AwarenessController {

    private final JdbcClient db;
    private final Sensitisations sensitisations;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    AwarenessController(
            JdbcClient db, Sensitisations sensitisations, EqualityPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.sensitisations = sensitisations;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/awareness")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeCollections(visitor));
        return desk.page(
                "equality/awareness",
                desk.say("equality.awareness.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.awareness.title"))),
                Map.of(
                        "page", AwarenessPage.of(db, desk.today()),
                        "kinds", kinds(""),
                        "leads", may.lead(visitor)));
    }

    @GetMapping("/w/{network}/equality/awareness/{sensitisation}")
    ModelAndView one(Visitor visitor, @PathVariable UUID sensitisation) {
        Forbidden.unless(may.seeCollections(visitor));
        var shown = sensitisations.require(sensitisation);
        var took = new HashSet<>(db.sql("select organisation from equality.participation where sensitisation = ?")
                .param(sensitisation)
                .query(UUID.class)
                .list());
        return desk.page(
                "equality/sensitisation",
                shown.title(),
                List.of(
                        equality(visitor),
                        new Crumb(desk.say("equality.awareness.title"), visitor.base() + "/equality/awareness"),
                        Desk.here(shown.title())),
                Map.of(
                        "id", sensitisation,
                        "entry", shown,
                        "kinds", kinds(shown.kind().name()),
                        "organisations", organisations(took),
                        "today", desk.today(),
                        "leads", may.lead(visitor)));
    }

    private record Named(UUID id, String name) {}

    /// Members of today, and whoever took part and has left since.
    private List<Choice> organisations(HashSet<UUID> took) {
        return db
                .sql("""
                        select o.id, o.name from directory.organisation_card o
                         where o.network = platform.network()
                           and (o.id = any (:took)
                             or exists (select from directory.membership_card m
                                         where m.network = o.network and m.organisation = o.id and m.status in ('ACTIVE', 'DORMANT')
                                           and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)))
                         order by platform.fold(o.name), o.id
                        """)
                .param("took", took.toArray(UUID[]::new))
                .param("day", desk.today())
                .query(Named.class)
                .list()
                .stream()
                .map(it -> new Choice(it.id().toString(), it.name(), took.contains(it.id())))
                .toList();
    }

    private List<Choice> kinds(String chosen) {
        return Arrays.stream(Sensitisations.Kind.values())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("equality.sensitisation." + it),
                        it.name().equals(chosen)))
                .toList();
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    @PostMapping("/w/{network}/equality/awareness")
    String plan(
            Visitor visitor,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var id = sensitisations.plan(kind(kind), title, Typed.neededDay(on));
        return redirects.done(request, place(visitor, id), "equality.sensitisation.planned", title.strip());
    }

    @PostMapping("/w/{network}/equality/awareness/{sensitisation}")
    String change(
            Visitor visitor,
            @PathVariable UUID sensitisation,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        sensitisations.change(sensitisation, version, kind(kind), title, Typed.neededDay(on));
        return redirects.done(request, place(visitor, sensitisation), "equality.sensitisation.changed", title.strip());
    }

    @PostMapping("/w/{network}/equality/awareness/{sensitisation}/participations")
    String tookPart(
            Visitor visitor,
            @PathVariable UUID sensitisation,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") List<String> organisation,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var wanted = organisation.stream().map(Typed::neededId).toList();
        sensitisations.tookPart(sensitisation, version, wanted, desk.today());
        return redirects.done(request, place(visitor, sensitisation), "equality.participation.saved", wanted.size());
    }

    @PostMapping("/w/{network}/equality/awareness/{sensitisation}/removal")
    String remove(Visitor visitor, @PathVariable UUID sensitisation, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var known = sensitisations.require(sensitisation);
        sensitisations.remove(sensitisation);
        return redirects.done(
                request, visitor.base() + "/equality/awareness", "equality.sensitisation.removed", known.title());
    }

    private static Sensitisations.Kind kind(String typed) {
        return Arrays.stream(Sensitisations.Kind.values())
                .filter(it -> it.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused("equality.step.kind-missing"));
    }

    private static String place(Visitor visitor, UUID sensitisation) {
        return visitor.base() + "/equality/awareness/" + sensitisation;
    }
}
