package org.wirknetz.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.surveys.SurveysPermissions;
import org.wirknetz.surveys.Waves;

/// The waves there are and were, and the beginning of one.
@Controller
class SurveysController {

    private final JdbcClient db;
    private final Waves waves;
    private final SurveysPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    SurveysController(JdbcClient db, Waves waves, SurveysPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.waves = waves;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/surveys")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.see(visitor));
        return desk.page(
                "surveys/surveys",
                desk.say("surveys.title"),
                List.of(Desk.here(desk.say("surveys.title"))),
                Map.of("waves", WaveCard.all(db), "leads", may.lead(visitor)));
    }

    @GetMapping("/w/{network}/surveys/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.lead(visitor));
        return form(visitor, WaveForm.blank(desk), List.of());
    }

    @PostMapping("/w/{network}/surveys")
    Object draft(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var form = WaveForm.of(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, form, problems));
        var id = waves.draft(form.entry());
        return redirects.done(request, visitor.base() + "/surveys/" + id.value(), "surveys.drafted", form.title());
    }

    private ModelAndView form(Visitor visitor, WaveForm form, List<Problem> problems) {
        var title = desk.say("surveys.new");
        var list = visitor.base() + "/surveys";
        return desk.page(
                "surveys/wave-form",
                title,
                List.of(new Crumb(desk.say("surveys.title"), list), Desk.here(title)),
                Map.of(
                        "form", form,
                        "problems", problems,
                        "reminders", form.reminderChoices(desk),
                        "action", list,
                        "back", list,
                        "opened", false));
    }
}
