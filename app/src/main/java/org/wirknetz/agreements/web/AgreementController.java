package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Agreements;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.agreements.Templates;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One agreement: drafted, shown, revised, discarded.
@Controller
class AgreementController {

    private final Agreements agreements;
    private final AgreementsPermissions may;
    private final AgreementsDesk desk;
    private final AgreementDoor door;
    private final AgreementView view;
    private final DraftChoices choices;
    private final Templates templates;
    private final Redirects redirects;

    AgreementController(
            Agreements agreements,
            AgreementsPermissions may,
            AgreementsDesk desk,
            AgreementDoor door,
            AgreementView view,
            DraftChoices choices,
            Templates templates,
            Redirects redirects) {
        this.agreements = agreements;
        this.may = may;
        this.desk = desk;
        this.door = door;
        this.view = view;
        this.choices = choices;
        this.templates = templates;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/agreements/{agreement}")
    ModelAndView show(Visitor visitor, @PathVariable UUID agreement) {
        return view.of(visitor, door.open(visitor, agreement));
    }

    @GetMapping("/w/{network}/agreements/new")
    ModelAndView blank(Visitor visitor, @RequestParam MultiValueMap<String, String> given) {
        Forbidden.unless(may.draft(visitor));
        var form = AgreementForm.typed(given);
        return form(
                visitor,
                null,
                templates
                        .named(given.getOrDefault("template", List.of("")).getFirst())
                        .map(form::from)
                        .orElse(form),
                List.of());
    }

    @PostMapping("/w/{network}/agreements")
    Object draft(Visitor visitor, @RequestParam MultiValueMap<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.draft(visitor));
        var form = AgreementForm.typed(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return again(form(visitor, null, form, problems));
        Forbidden.unless(may.negotiate(visitor, door.ids(form.organisations())));
        try {
            var id = agreements.draft(form.terms(), form.organisations());
            return redirects.done(request, visitor.base() + "/agreements/" + id.value(), "agreements.drafted");
        } catch (Refused refused) {
            return again(form(visitor, null, form, told(refused)));
        }
    }

    @GetMapping("/w/{network}/agreements/{agreement}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID agreement) {
        var page = door.openInside(visitor, agreement);
        if (!page.open()) throw new Refused("agreements.fixed", page.row().title());
        return form(visitor, page, AgreementForm.of(page), List.of());
    }

    @PostMapping("/w/{network}/agreements/{agreement}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> given,
            HttpServletRequest request) {
        var page = door.openInside(visitor, agreement);
        var form = AgreementForm.typed(given);
        var problems = form.problems(desk);
        if (!problems.isEmpty()) return again(form(visitor, page, form, problems));
        // Whoever leaves an agreement does not decide for it any more.
        Forbidden.unless(may.negotiate(visitor, door.ids(form.organisations())));
        try {
            int dropped = agreements.revise(new AgreementId(agreement), version, form.terms(), form.organisations());
            var path = visitor.base() + "/agreements/" + agreement;
            return dropped == 0
                    ? redirects.done(request, path, "agreements.revised")
                    : redirects.done(request, path, "agreements.revised.dropped", dropped);
        } catch (Refused refused) {
            return again(form(visitor, page, form, told(refused)));
        }
    }

    @PostMapping("/w/{network}/agreements/{agreement}/discarding")
    String discard(Visitor visitor, @PathVariable UUID agreement, HttpServletRequest request) {
        door.openToSteer(visitor, agreement);
        agreements.discard(new AgreementId(agreement));
        return redirects.done(request, visitor.base() + "/agreements", "agreements.discarded");
    }

    private List<Problem> told(Refused refused) {
        return List.of(new Problem("title", desk.say(refused.key(), refused.values())));
    }

    private static ModelAndView again(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView form(
            Visitor visitor, @Nullable AgreementPage known, AgreementForm form, List<Problem> problems) {
        var path = visitor.base() + "/agreements"
                + (known == null ? "" : "/" + known.row().id());
        var title = known == null
                ? desk.say("agreements.new.title")
                : desk.say("agreements.edit.title", known.row().title());
        var page = new DraftPage(
                title,
                path,
                path,
                known == null ? null : known.row().version(),
                form,
                problems,
                choices.parties(form.parties()),
                choices.forms(form.form()),
                choices.bindings(form.binding()),
                choices.levels(form.levels()),
                choices.circles(form.circle()),
                known == null ? templates.all() : List.of());
        return desk.page(
                "agreement-form",
                title,
                List.of(desk.agreements(visitor), AgreementsDesk.here(title)),
                Map.of("page", page));
    }
}
