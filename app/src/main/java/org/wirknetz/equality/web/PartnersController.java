package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
import org.wirknetz.equality.Involvement;
import org.wirknetz.equality.RelevantPartners;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Partners that are relevant for the topic (C4.1). Those inside see who they are, the office whether they take part.
@Controller
class PartnersController {

    private final JdbcClient db;
    private final RelevantPartners partners;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    PartnersController(
            JdbcClient db, RelevantPartners partners, EqualityPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.partners = partners;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/partners")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeCollections(visitor));
        boolean leads = may.lead(visitor);
        var page = PartnersPage.of(db, desk.today(), leads);
        return desk.page(
                "equality/partners",
                desk.say("equality.partners.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.partners.title"))),
                Map.of(
                        "page",
                        page,
                        "groups",
                        TopicPartners.of(db, desk.today()),
                        "others",
                        leads ? others(page) : List.<Choice>of(),
                        "leads",
                        leads));
    }

    private record Named(UUID id, String name) {}

    /// Nobody has decided about them, and nothing proposes them.
    private List<Choice> others(PartnersPage page) {
        var listed = page.all().stream().map(PartnersPage.Partner::organisation).toList();
        var choices = new ArrayList<>(List.of(new Choice("", desk.say("equality.topics.choose"), true)));
        db.sql("""
                        select o.id, o.name from directory.organisation_card o
                         where o.network = platform.network() and not o.coordinator order by platform.fold(o.name), o.id limit 5000
                        """).query(Named.class).list().stream()
                .filter(it -> !listed.contains(it.id()))
                .forEach(it -> choices.add(new Choice(it.id().toString(), it.name(), false)));
        return List.copyOf(choices);
    }

    /// What they do is for the office, so the page of one of them is.
    @GetMapping("/w/{network}/equality/partners/{partner}")
    ModelAndView one(Visitor visitor, @PathVariable UUID partner) {
        Forbidden.unless(may.lead(visitor));
        var page = PartnersPage.of(db, desk.today(), true);
        var shown = page.all().stream()
                .filter(it -> partner.equals(it.id()))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.page(
                "equality/partner",
                shown.name(),
                List.of(
                        equality(visitor),
                        new Crumb(desk.say("equality.partners.title"), visitor.base() + "/equality/partners"),
                        Desk.here(shown.name())),
                Map.of(
                        "partner", shown,
                        "id", partner,
                        "work", page.work(shown),
                        "kinds", List.of(Involvement.Kind.values()),
                        "due", FindingsController.due(desk.today())));
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    @PostMapping("/w/{network}/equality/partners")
    String weigh(
            Visitor visitor,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "true") boolean relevant,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        partners.weigh(Typed.neededId(organisation), relevant, reason, desk.today());
        return redirects.done(request, visitor.base() + "/equality/partners", said(relevant));
    }

    @PostMapping("/w/{network}/equality/partners/{partner}")
    String weighAgain(
            Visitor visitor,
            @PathVariable UUID partner,
            @RequestParam(defaultValue = "") String version,
            @RequestParam(defaultValue = "true") boolean relevant,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        partners.weighAgain(partner, Typed.version(version), relevant, reason, desk.today());
        return redirects.done(request, visitor.base() + "/equality/partners/" + partner, said(relevant));
    }

    private static String said(boolean relevant) {
        return relevant ? "equality.partner.marked" : "equality.partner.left-out";
    }
}
