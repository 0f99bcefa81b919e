package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
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
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Answer;
import org.wirknetz.networkcheck.alarms.Answers;
import org.wirknetz.networkcheck.alarms.Rule;
import org.wirknetz.networkcheck.alarms.Verdict;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// The alarms of the network check, for the office: see them with all that is behind them, and answer.
@Controller
class AlarmsController {

    private static final int MONTHS_FOR_A_PLAN = 3;

    private final Alarms alarms;
    private final Answers answers;
    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;
    private final Redirects redirects;

    AlarmsController(
            Alarms alarms,
            Answers answers,
            JdbcClient db,
            NetworkcheckPermissions may,
            CheckDesk desk,
            Redirects redirects) {
        this.alarms = alarms;
        this.answers = answers;
        this.db = db;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/check/alarms")
    ModelAndView alarms(Visitor visitor, @RequestParam(name = "asOf", required = false) @Nullable String typed) {
        Forbidden.unless(may.seeRisks(visitor));
        var report = alarms.on(desk.asOf(typed));
        var telling = AlarmTelling.of(
                desk,
                report.chronicle(),
                db,
                report.heard().stream().map(Alarms.Heard::alarm).toList());
        var open = report.heard().stream()
                .filter(it -> !it.quiet())
                .map(it -> line(telling, it, report, visitor.base()))
                .toList();
        var page = new AlarmsPage(
                report.day(),
                desk.say(
                        "networkcheck.alarms.sentence",
                        open.size(),
                        report.quiet().size()),
                open,
                report.answered().stream().map(it -> quiet(telling, it, report)).toList(),
                Arrays.stream(Rule.values()).map(it -> rule(it, report)).toList(),
                desk.today().plusMonths(MONTHS_FOR_A_PLAN));
        return desk.page(
                "alarms",
                desk.say("networkcheck.alarms.title"),
                List.of(desk.check(visitor), CheckDesk.here(desk.say("networkcheck.alarms.title"))),
                Map.of("page", page));
    }

    private AlarmsPage.Line line(AlarmTelling telling, Alarms.Heard heard, Alarms.Report report, String base) {
        var alarm = heard.alarm();
        var raised = alarm.raised();
        return new AlarmsPage.Line(
                alarm.rule().name(),
                alarm.subject(),
                telling.sentence(alarm),
                heard.answer()
                        .map(this::said)
                        .map(it -> desk.say("networkcheck.alarms.again", it))
                        .orElse(""),
                desk.say("networkcheck.alarm." + alarm.rule() + ".why", thresholds(alarm.rule(), report)),
                raised == null || raised.equals(alarm.to())
                        ? desk.say("networkcheck.alarms.period", desk.date(alarm.from()), desk.date(alarm.to()))
                        : desk.say(
                                "networkcheck.alarms.period-since",
                                desk.date(alarm.from()),
                                desk.date(alarm.to()),
                                desk.date(raised)),
                telling.off(alarm),
                telling.talk(alarm),
                alarm.evidence().stream()
                        .map(it -> telling.row(alarm, it, base))
                        .toList(),
                alarm.rule() == Rule.KEY_PERSON ? StepsWriter.ifLeaves(base, UUID.fromString(alarm.subject())) : "");
    }

    private AlarmsPage.Quiet quiet(AlarmTelling telling, Answer answer, Alarms.Report report) {
        var sentence = report.heard().stream()
                .filter(it -> it.answer().filter(answer::equals).isPresent())
                .map(it -> telling.sentence(it.alarm()))
                .findFirst()
                .orElse(desk.say(
                        "networkcheck.alarms.no-longer", desk.say("networkcheck.alarm." + answer.rule() + ".name")));
        return new AlarmsPage.Quiet(answer.id(), sentence, said(answer), answer.note());
    }

    private String said(Answer answer) {
        var until = answer.until();
        return desk.say(
                "networkcheck.answer." + answer.verdict() + ".said",
                desk.date(answer.answeredOn()),
                until == null ? "" : desk.date(until));
    }

    private AlarmsPage.Rule rule(Rule rule, Alarms.Report report) {
        int steps = report.tuning().steps(rule);
        return new AlarmsPage.Rule(
                desk.say("networkcheck.alarm." + rule + ".name"),
                desk.say("networkcheck.alarm." + rule + ".why", thresholds(rule, report)),
                steps == 0 ? "" : desk.say("networkcheck.alarms.tuned", steps));
    }

    private static Object[] thresholds(Rule rule, Alarms.Report report) {
        return rule.thresholds(report.tuning()).toArray();
    }

    @PostMapping("/w/{network}/check/alarms/answers")
    String answer(
            Visitor visitor,
            @RequestParam(defaultValue = "") String rule,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        Forbidden.unless(may.seeRisks(visitor));
        var given = Arrays.stream(Verdict.values())
                .filter(it -> it.name().equals(verdict))
                .findFirst()
                .orElseThrow(() -> new Refused("networkcheck.answer.unknown"));
        answers.give(raised(rule, subject), given, day(until), note.strip());
        return redirects.done(request, visitor.base() + "/check/alarms", "networkcheck.answer." + given + ".done");
    }

    /// The figures of today count, not those a form sends.
    private Alarm raised(String rule, String subject) {
        return alarms.on(desk.today()).heard().stream()
                .map(Alarms.Heard::alarm)
                .filter(it -> it.rule().name().equals(rule) && it.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new Refused("networkcheck.answer.gone"));
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isBlank()) return null;
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException notADay) {
            throw new Refused("networkcheck.answer.no-day");
        }
    }

    @PostMapping("/w/{network}/check/alarms/answers/{answer}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID answer, HttpServletRequest request) {
        Forbidden.unless(may.seeRisks(visitor));
        answers.withdraw(answer);
        return redirects.done(request, visitor.base() + "/check/alarms", "networkcheck.answer.withdrawn");
    }
}
