package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Acquaintances;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Continuity;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Regularity;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.Steering;
import org.wirknetz.networkcheck.Voice;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.platform.Forbidden;

/// What working together says of the network: who knows whom, on whom it rests, how regularly it meets.
@Controller
class WorkController {

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Checks checks;
    private final Works works;
    private final Discreet discreet;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    WorkController(
            JdbcClient db,
            Chronicles chronicles,
            Checks checks,
            Works works,
            Discreet discreet,
            NetworkcheckPermissions may,
            CheckDesk desk) {
        this.db = db;
        this.chronicles = chronicles;
        this.checks = checks;
        this.works = works;
        this.discreet = discreet;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/work")
    ModelAndView work(Visitor visitor, @RequestParam(name = "asOf", required = false) @Nullable String typed) {
        Forbidden.unless(may.seeNames(visitor));
        var chronicle = chronicles.current();
        var asOf = desk.asOf(typed);
        var found = checks.of(chronicle, asOf, true);
        var telling = new Telling(
                desk,
                visitor.base(),
                chronicle,
                found,
                found,
                checks.history(chronicle, asOf, true).answer().orElse(Checks.History.NONE),
                may.enterTies(visitor));
        return desk.page(
                "work",
                desk.say("networkcheck.work.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.work.title"))),
                Map.of("asOf", asOf, "blocks", discreet.of(visitor, telling, it -> blocks(visitor, it))));
    }

    private List<CheckPage.Block> blocks(Visitor visitor, Telling telling) {
        var work = works.current();
        var snapshot = telling.found().snapshot();
        var asOf = snapshot.asOf();
        var members = snapshot.byId();
        var blocks = new ArrayList<CheckPage.Block>();
        blocks.addAll(new FromPeople(
                        telling,
                        Acquaintances.of(work, members.keySet(), asOf),
                        Continuity.of(work, asOf),
                        members,
                        may.seeRisks(visitor) ? people() : Map.of(),
                        ownPeople())
                .all());
        var offices = members.values().stream()
                .filter(Member::coordinator)
                .map(Member::id)
                .collect(Collectors.toSet());
        blocks.addAll(new FromMeetings(
                        telling,
                        Regularity.of(work, asOf),
                        Silence.of(work, members.values(), asOf),
                        Voice.of(work, members.values(), asOf),
                        Steering.of(work, offices, asOf),
                        members,
                        may.seeRisks(visitor))
                .all());
        if (may.seeRisks(visitor)) {
            blocks.add(HowHandedOver.of(telling, db, members, asOf).block(asOf));
            blocks.add(HowFair.of(telling, db, members, asOf).block());
            blocks.add(HowFar.of(telling, db, asOf).block());
        }
        return List.copyOf(blocks);
    }

    /// If this person leaves tomorrow: for the office and the person.
    @GetMapping("/w/{network}/check/leaving/{person}")
    ModelAndView leaving(Visitor visitor, @PathVariable UUID person) {
        Forbidden.unless(
                may.seeRisks(visitor) || may.seeNames(visitor) && ownPeople().contains(person));
        var page =
                LeavingPage.of(db, person, works.current(), chronicles.current().asOf(desk.today()));
        return desk.page(
                "leaving",
                desk.say("networkcheck.leaving.title", page.name()),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.leaving.crumb", page.name()))),
                Map.of(
                        "page",
                        page,
                        "handsOver",
                        may.seeRisks(visitor),
                        "ifLeaves",
                        StepsWriter.ifLeaves(visitor.base(), person)));
    }

    private List<UUID> ownPeople() {
        return db.sql("select groups.own_people()").query(UUID.class).list();
    }

    private Map<UUID, String> people() {
        return db
                .sql("select id, name from directory.person_card where network = platform.network()")
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
