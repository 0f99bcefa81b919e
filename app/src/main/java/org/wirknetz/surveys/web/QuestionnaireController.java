package org.wirknetz.surveys.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.surveys.Questionnaire;
import org.wirknetz.surveys.SurveysPermissions;

/// The questionnaire of the next wave: add, word anew, leave out, go back to the beginning.
@Controller
class QuestionnaireController {

    private final Questionnaire questionnaire;
    private final SurveysPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    QuestionnaireController(Questionnaire questionnaire, SurveysPermissions may, Desk desk, Redirects redirects) {
        this.questionnaire = questionnaire;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/surveys/questionnaire")
    ModelAndView show(Visitor visitor) {
        Forbidden.unless(may.lead(visitor));
        var title = desk.say("surveys.questionnaire");
        return desk.page(
                "surveys/questionnaire",
                title,
                List.of(new Crumb(desk.say("surveys.title"), visitor.base() + "/surveys"), Desk.here(title)),
                Map.of("items", questionnaire.items(), "untouched", questionnaire.untouched()));
    }

    @PostMapping("/w/{network}/surveys/questionnaire")
    String add(
            Visitor visitor,
            @RequestParam(defaultValue = "") String de,
            @RequestParam(defaultValue = "") String en,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        questionnaire.add(de, en);
        return redirects.done(request, path(visitor), "surveys.item.added");
    }

    @GetMapping("/w/{network}/surveys/questionnaire/{key}")
    ModelAndView edit(Visitor visitor, @PathVariable String key) {
        Forbidden.unless(may.lead(visitor));
        var title = desk.say("surveys.item.edit");
        return desk.page(
                "surveys/item-form",
                title,
                List.of(
                        new Crumb(desk.say("surveys.title"), visitor.base() + "/surveys"),
                        new Crumb(desk.say("surveys.questionnaire"), path(visitor)),
                        Desk.here(title)),
                Map.of("item", questionnaire.of(key), "path", path(visitor)));
    }

    @PostMapping("/w/{network}/surveys/questionnaire/{key}")
    String reword(
            Visitor visitor,
            @PathVariable String key,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String de,
            @RequestParam(defaultValue = "") String en,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        questionnaire.reword(key, version, de, en);
        return redirects.done(request, path(visitor), "surveys.item.saved");
    }

    @PostMapping("/w/{network}/surveys/questionnaire/{key}/removal")
    String remove(Visitor visitor, @PathVariable String key, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        questionnaire.remove(key);
        return redirects.done(request, path(visitor), "surveys.item.removed");
    }

    @PostMapping("/w/{network}/surveys/questionnaire/restoration")
    String restore(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        questionnaire.restore();
        return redirects.done(request, path(visitor), "surveys.items.restored");
    }

    private static String path(Visitor visitor) {
        return visitor.base() + "/surveys/questionnaire";
    }
}
