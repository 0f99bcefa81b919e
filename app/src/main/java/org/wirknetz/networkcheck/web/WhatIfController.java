package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.whatif.Play;
import org.wirknetz.networkcheck.whatif.Plays;
import org.wirknetz.platform.Forbidden;
import tools.jackson.databind.json.JsonMapper;

/// What if: add and take away ties, organisations and people in thought, and read what every measure would
/// say. The play stands in the address and nowhere else.
@Controller
class WhatIfController {

    private final Plays plays;
    private final Alarms alarms;
    private final WhatIfPictures pictures;
    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final JsonMapper json;

    WhatIfController(
            Plays plays,
            Alarms alarms,
            WhatIfPictures pictures,
            JdbcClient db,
            NetworkcheckPermissions may,
            CheckDesk desk,
            JsonMapper json) {
        this.plays = plays;
        this.alarms = alarms;
        this.pictures = pictures;
        this.db = db;
        this.may = may;
        this.desk = desk;
        this.json = json;
    }

    @GetMapping("/w/{network}/check/what-if")
    ModelAndView page(Visitor visitor, HttpServletRequest request) {
        requireNames(visitor);
        var asked = WhatIfAsked.of(request);
        if (asked.moves() && asked.problem().isEmpty()) {
            var query = asked.play().query();
            return new ModelAndView(
                    "redirect:" + visitor.base() + "/check/what-if" + (query.isEmpty() ? "" : "?" + query));
        }
        var told = told(visitor, asked, true);
        var title = desk.say("networkcheck.what-if.title");
        var page = desk.page(
                "what-if",
                title,
                List.of(desk.check(visitor), CheckDesk.here(title)),
                Map.of(
                        "page",
                        told.page(),
                        "drawing",
                        pictures.drawing(told.answer().scene()),
                        "groups",
                        told.answer().scene().chronicle().groupsOn(desk.today())));
        return asked.problem().isEmpty() ? page : desk.again(page);
    }

    /// The part of the page that a move of the hand changes; while it still draws, without the moves that
    /// could follow.
    @GetMapping("/w/{network}/check/what-if/answer")
    ModelAndView answer(Visitor visitor, HttpServletRequest request) {
        requireNames(visitor);
        return desk.page(
                "what-if-answer",
                desk.say("networkcheck.what-if.title"),
                List.of(),
                Map.of(
                        "page",
                        told(visitor, WhatIfAsked.of(request), request.getParameter("ahead") == null)
                                .page()));
    }

    /// Where everybody stands today and who is tied to whom, for drawing.
    @GetMapping(value = "/w/{network}/check/what-if/map.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    WhatIfPictures.Canvas map(Visitor visitor) {
        requireNames(visitor);
        return pictures.canvas(plays.of(Play.NOTHING, desk.today(), it -> false).scene());
    }

    /// Whoever sees no names could tell by playing who is who.
    private void requireNames(Visitor visitor) {
        Forbidden.unless(may.seeCheck(visitor) && may.seeNames(visitor));
    }

    private record Told(Plays.Answer answer, WhatIfPage page) {}

    private Told told(Visitor visitor, WhatIfAsked asked, boolean offers) {
        boolean risks = may.seeRisks(visitor);
        var own = risks || !offers && asked.play().nobodyLeaves()
                ? List.<UUID>of()
                : db.sql("select groups.own_people()").query(UUID.class).list();
        Predicate<UUID> mayLeave = person -> risks || own.contains(person);
        var answer = plays.of(asked.play(), desk.today(), mayLeave);
        var people = people(answer, risks && offers, own);
        var writer = new WhatIfWriter(desk, visitor, may, answer, people);
        var raised = risks ? raised(answer, writer) : WhatIfPage.Raised.NOTHING;
        return new Told(answer, writer.page(asked, raised, json, offers));
    }

    private WhatIfPage.Raised raised(Plays.Answer answer, WhatIfWriter writer) {
        var scene = answer.scene();
        if (scene.play().steps().isEmpty()) return WhatIfPage.Raised.NOTHING;
        var today = alarms.on(desk.today());
        var imagined =
                alarms.imagined(today, scene.chronicle(), answer.played(), scene.work(), answer.known(), scene.gone());
        var all = new ArrayList<>(imagined.arising());
        all.addAll(imagined.over());
        var telling = AlarmTelling.of(desk, scene.chronicle(), db, all);
        return writer.raised(
                imagined.arising().stream().map(telling::sentence).toList(),
                imagined.over().stream().map(telling::sentence).toList());
    }

    /// Names of those on whom something rests, and of those who leave in the play, as far as the reader may
    /// see it.
    private Map<UUID, String> people(Plays.Answer answer, boolean risks, List<UUID> own) {
        var asked = new HashSet<UUID>(own);
        answer.scene().lost().forEach(it -> asked.add(it.person()));
        if (risks) asked.addAll(answer.resting().keySet());
        var names = new java.util.HashMap<UUID, String>();
        if (asked.isEmpty()) return names;
        db.sql("select id, name from directory.person_card where network = platform.network() and id in (:people)")
                .param("people", asked)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        return names;
    }
}
