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
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Topics;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Who answers for which topic, and who stands in (C4.4). Names are for those inside; the office names.
@Controller
class TopicsController {

    private final JdbcClient db;
    private final Topics topics;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    TopicsController(JdbcClient db, Topics topics, EqualityPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.topics = topics;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/topics")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeCollections(visitor));
        return desk.page(
                "equality/topics",
                desk.say("equality.topics.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.topics.title"))),
                Map.of(
                        "page",
                        TopicList.of(db, Sight.of(visitor), desk.today()),
                        "today",
                        desk.today(),
                        "leads",
                        may.lead(visitor)));
    }

    @GetMapping("/w/{network}/equality/topics/{topic}")
    ModelAndView one(Visitor visitor, @PathVariable UUID topic) {
        Forbidden.unless(may.seeCollections(visitor));
        var shown = TopicList.of(db, Sight.of(visitor), desk.today()).topics().stream()
                .filter(it -> it.id().equals(topic))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.page(
                "equality/topic",
                shown.title(),
                List.of(
                        equality(visitor),
                        new Crumb(desk.say("equality.topics.title"), visitor.base() + "/equality/topics"),
                        Desk.here(shown.title())),
                Map.of(
                        "topic",
                        shown,
                        "today",
                        desk.today(),
                        "leads",
                        may.lead(visitor),
                        "people",
                        may.lead(visitor) ? PeopleToName.of(db, desk.today()) : new PeopleToName(List.of())));
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    @PostMapping("/w/{network}/equality/topics")
    String add(Visitor visitor, @RequestParam(defaultValue = "") String title, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var topic = topics.add(title, desk.today());
        return redirects.done(
                request, visitor.base() + "/equality/topics/" + topic, "equality.topic.added", title.strip());
    }

    @PostMapping("/w/{network}/equality/topics/{topic}")
    String rename(
            Visitor visitor,
            @PathVariable UUID topic,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String title,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        topics.rename(topic, version, title);
        return redirects.done(
                request, visitor.base() + "/equality/topics/" + topic, "equality.topic.renamed", title.strip());
    }

    @PostMapping("/w/{network}/equality/topics/{topic}/removal")
    String remove(Visitor visitor, @PathVariable UUID topic, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var title = topics.title(topic);
        topics.remove(topic);
        return redirects.done(request, visitor.base() + "/equality/topics", "equality.topic.removed", title);
    }

    @PostMapping("/w/{network}/equality/topics/{topic}/responsibilities")
    String entrust(
            Visitor visitor,
            @PathVariable UUID topic,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String deputy,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var named = holder.strip().split(" ");
        if (named.length != 2) throw new Refused("equality.no-choice");
        topics.entrust(
                topic,
                new Topics.Answering(
                        Typed.neededId(named[0]),
                        Typed.neededId(named[1]),
                        Typed.id(deputy),
                        Typed.neededDay(from),
                        Typed.day(to)));
        return redirects.done(
                request,
                visitor.base() + "/equality/topics/" + topic,
                "equality.responsibility.named",
                topics.title(topic));
    }

    @PostMapping("/w/{network}/equality/responsibilities/{responsibility}/deputy")
    String standIn(
            Visitor visitor,
            @PathVariable UUID responsibility,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String deputy,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        topics.standIn(responsibility, Typed.id(seen), Typed.id(deputy));
        return redirects.done(
                request,
                topic(visitor, responsibility),
                deputy.isBlank() ? "equality.deputy.none" : "equality.deputy.named");
    }

    @PostMapping("/w/{network}/equality/responsibilities/{responsibility}/end")
    String end(
            Visitor visitor,
            @PathVariable UUID responsibility,
            @RequestParam(defaultValue = "") String seen,
            @RequestParam(defaultValue = "") String on,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        topics.end(responsibility, Typed.day(seen), Typed.neededDay(on));
        return redirects.done(request, topic(visitor, responsibility), "equality.responsibility.ended");
    }

    private String topic(Visitor visitor, UUID responsibility) {
        return visitor.base() + "/equality/topics/" + topics.topicOf(responsibility);
    }
}
