package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.CheckAnswers;
import org.wirknetz.equality.CheckAnswers.Answer;
import org.wirknetz.equality.CheckTemplates;
import org.wirknetz.equality.CheckTemplates.Checked;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The equality check on three objects (C3.1): those inside read it, the office answers.
@Controller
class ChecksController {

    private final JdbcClient db;
    private final CheckTemplates templates;
    private final CheckAnswers answers;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    ChecksController(
            JdbcClient db,
            CheckTemplates templates,
            CheckAnswers answers,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.templates = templates;
        this.answers = answers;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/checks")
    ModelAndView all(Visitor visitor) {
        Forbidden.unless(may.seeCollections(visitor));
        boolean leads = may.lead(visitor);
        return desk.page(
                "equality/checks",
                desk.say("equality.checks.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.checks.title"))),
                Map.of(
                        "page",
                        ChecksPage.of(db, templates, desk.today()),
                        "owners",
                        leads ? TaskOwners.of(db, desk) : List.<Choice>of(),
                        "due",
                        FindingsController.due(desk.today()),
                        "leads",
                        leads));
    }

    @GetMapping("/w/{network}/equality/checks/{checked}")
    ModelAndView one(Visitor visitor, @PathVariable String checked) {
        Forbidden.unless(may.seeCollections(visitor));
        var sheet = ChecksPage.of(db, templates, desk.today()).sheet(wanted(checked));
        var title = sheet.template().title().in(desk.locale());
        return desk.page(
                "equality/check",
                title,
                List.of(
                        equality(visitor),
                        new Crumb(desk.say("equality.checks.title"), visitor.base() + "/equality/checks"),
                        Desk.here(title)),
                Map.of("sheet", sheet, "leads", may.lead(visitor), "answers", List.of(Answer.values())));
    }

    private static Checked wanted(String checked) {
        var known = Checked.of(checked);
        if (known == null) throw new NotFound();
        return known;
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    /// @param typed of each question `answer-`, `note-`, `address-` and `seen-` with its key; `again` for all as of
    /// today
    @PostMapping("/w/{network}/equality/checks/{checked}")
    String answer(
            Visitor visitor,
            @PathVariable String checked,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var template = templates.latest(wanted(checked));
        var given = template.questions().keySet().stream()
                .flatMap(it -> TypedAnswer.of(typed, it).stream())
                .toList();
        int noted = answers.note(template.id(), given, typed.containsKey("again"), desk.today());
        return redirects.done(
                request,
                visitor.base() + (noted == 0 ? "/equality/checks/" + checked : "/equality/checks"),
                "equality.check.noted",
                noted);
    }

    static boolean isAnswer(String typed) {
        return Arrays.stream(Answer.values()).anyMatch(it -> it.name().equals(typed));
    }
}
