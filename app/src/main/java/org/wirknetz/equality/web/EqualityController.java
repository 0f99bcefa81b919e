package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
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
import org.wirknetz.directory.Sight;
import org.wirknetz.equality.Collections;
import org.wirknetz.equality.CountReminders;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Release;
import org.wirknetz.equality.Steps;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The first page: what was published last by each definition, what is being collected, what the network
/// does.
@Controller
class EqualityController {

    private final JdbcClient db;
    private final Definitions definitions;
    private final Collections collections;
    private final Steps steps;
    private final CountReminders reminders;
    private final EqualityPermissions may;
    private final ReleaseWords words;
    private final Desk desk;
    private final Redirects redirects;

    EqualityController(
            JdbcClient db,
            Definitions definitions,
            Collections collections,
            Steps steps,
            CountReminders reminders,
            EqualityPermissions may,
            ReleaseWords words,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.definitions = definitions;
        this.collections = collections;
        this.steps = steps;
        this.reminders = reminders;
        this.may = may;
        this.words = words;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.see(visitor));
        var heads = Release.all(db);
        return desk.page(
                "equality/equality",
                desk.say("equality.title"),
                List.of(Desk.here(desk.say("equality.title"))),
                Map.of(
                        "page", EqualityPage.of(db),
                        "latest", latest(heads),
                        "earlier", heads,
                        "words", definitions,
                        "topics",
                                may.seeCollections(visitor)
                                        ? TopicList.of(db, Sight.of(visitor), desk.today())
                                        : new TopicList(List.of()),
                        "today", desk.today(),
                        "inside", may.seeCollections(visitor),
                        "leads", may.lead(visitor),
                        "partners", TopicPartners.of(db, desk.today()),
                        "wanted", reminders.wanted(visitor.account().value())));
    }

    /// The newest by each definition of each subject: definitions are never mixed.
    private List<EqualityPage.Latest> latest(List<Release.Head> heads) {
        var seen = new HashSet<String>();
        var latest = new ArrayList<EqualityPage.Latest>();
        for (var head : heads) {
            if (!seen.add(head.definition() + head.subject())) continue;
            var definition = definitions.of(head.definition());
            latest.add(new EqualityPage.Latest(
                    head.id(),
                    words.title(head, definition),
                    words.sentence(Release.of(db, head.id()), definition),
                    desk.say("equality.fact.dates", desk.date(head.reportingOn()), desk.date(head.publishedOn())),
                    definition.wording().in(desk.locale())));
        }
        return latest;
    }

    @PostMapping("/w/{network}/equality/reminders")
    String remind(Visitor visitor, @RequestParam boolean wanted, HttpServletRequest request) {
        Forbidden.unless(may.seeCollections(visitor));
        reminders.choose(visitor.account().value(), wanted);
        return redirects.done(
                request, visitor.base() + "/equality", wanted ? "equality.reminders.on" : "equality.reminders.off");
    }

    @PostMapping("/w/{network}/equality/steps/{step}/removal")
    String remove(Visitor visitor, @PathVariable UUID step, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        steps.remove(step);
        return redirects.done(request, visitor.base() + "/equality", "equality.step.removed");
    }

    @PostMapping("/w/{network}/equality/individual")
    String allow(
            Visitor visitor,
            @RequestParam(defaultValue = "") String assessment,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var day = Typed.day(on);
        if (day == null) throw new Refused("equality.assessed-when");
        collections.allowIndividual(assessment, day, desk.today());
        return redirects.done(request, visitor.base() + "/equality", "equality.individual.allowed");
    }

    @PostMapping("/w/{network}/equality/individual/removal")
    String forbid(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        collections.forbidIndividual();
        return redirects.done(request, visitor.base() + "/equality", "equality.individual.forbidden");
    }
}
