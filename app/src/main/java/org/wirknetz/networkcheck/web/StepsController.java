package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.Snapshot;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.steps.Aim;
import org.wirknetz.networkcheck.steps.NextTies;
import org.wirknetz.networkcheck.whatif.Step;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Choice;

/// What to do next, for the office: from what is seen to one click.
@Controller
class StepsController {

    private static final int INTRODUCTIONS = 3;

    private final Alarms alarms;
    private final NextTies ties;
    private final Chronicles chronicles;
    private final Works works;
    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    StepsController(
            Alarms alarms,
            NextTies ties,
            Chronicles chronicles,
            Works works,
            JdbcClient db,
            NetworkcheckPermissions may,
            CheckDesk desk) {
        this.alarms = alarms;
        this.ties = ties;
        this.chronicles = chronicles;
        this.works = works;
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @GetMapping("/w/{network}/check/steps")
    ModelAndView steps(
            Visitor visitor,
            @RequestParam(defaultValue = "") String one,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(name = "aim", defaultValue = "") String wanted) {
        Forbidden.unless(may.seeRisks(visitor));
        var chronicle = chronicles.current();
        var today = desk.today();
        var snapshot = chronicle.asOf(today);
        var work = works.current();
        var open = alarms.on(today).open();
        var telling = AlarmTelling.of(desk, chronicle, db, open);
        var writer = new StepsWriter(
                desk, visitor.base(), telling, new StepActions(desk, db, visitor.base()), ties, snapshot, work);
        var aim = Aim.of(wanted);
        var next = ties.of(snapshot, work, today, aim, Set.of(), INTRODUCTIONS);
        var steps = writer.steps(open, next);
        var page = new StepsPage(
                steps.isEmpty()
                        ? desk.say("networkcheck.steps.none")
                        : desk.say("networkcheck.steps.sentence", steps.size()),
                chosen(one, other, snapshot).map(it -> writer.introduction(it, next)).stream()
                        .toList(),
                steps,
                next.introductions().stream()
                        .map(it -> writer.introduction(it, next))
                        .toList(),
                next.introductions().size() < 2 ? "" : writer.tried(next.introductions()),
                Arrays.stream(Aim.values())
                        .map(it -> new Choice(it.word(), desk.say("networkcheck.steps.aim." + it.word()), it == aim))
                        .toList(),
                snapshot.ties().isEmpty()
                        ? desk.say("networkcheck.steps.no-ties")
                        : reach(next, snapshot.members().size()),
                bound(next),
                how(next));
        return desk.page(
                "steps",
                desk.say("networkcheck.steps.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.steps.title"))),
                Map.of("page", page));
    }

    /// Two members who are not tied yet; nothing where the address names anybody else.
    private Optional<NextTies.Introduction> chosen(String one, String other, Snapshot snapshot) {
        var members = snapshot.byId();
        var first = Step.id(one).map(members::get);
        var second = Step.id(other).map(members::get);
        if (first.isEmpty() || second.isEmpty() || first.equals(second)) return Optional.empty();
        return Optional.of(ties.between(snapshot, desk.today(), first.get(), second.get()));
    }

    private String reach(NextTies.Found next, int members) {
        if (members > NextTies.MOST) return desk.say("networkcheck.steps.too-large", NextTies.MOST);
        if (next.introductions().isEmpty())
            return desk.say("networkcheck.steps.nobody." + next.aim().word());
        return desk.say(
                "networkcheck.steps.reach." + kind(next),
                next.introductions().size(),
                Math.round(PERCENT * next.before()),
                Math.round(PERCENT * next.after()),
                Sentences.names(desk, next.without().stream().map(Member::name).toList()));
    }

    /// What was measured, as its words are called.
    static String kind(NextTies.Found next) {
        return switch (next.aim()) {
            case WAYS, INDEPENDENCE -> next.aim().word();
            case TOGETHER -> next.circles() ? "circles" : "together";
        };
    }

    private static final double PERCENT = 100;

    /// Whether another choice could bring more, and how much at most.
    private String bound(NextTies.Found next) {
        if (next.introductions().isEmpty()) return "";
        return next.exact()
                ? desk.say("networkcheck.steps.exact")
                : desk.say("networkcheck.steps.at-most", Math.round(PERCENT * next.atMost()));
    }

    private List<String> how(NextTies.Found next) {
        var how = new ArrayList<String>();
        how.add(desk.say("networkcheck.steps.how." + kind(next)));
        how.add(desk.say("networkcheck.steps.how"));
        if (!next.introductions().isEmpty() && !next.grounded()) how.add(desk.say("networkcheck.steps.ungrounded"));
        return how;
    }
}
