package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ContributionId;
import org.wirknetz.exchange.Contributions;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One contribution: enter it in a few seconds, answer it, correct it, take it back.
@Controller
class ContributionController {

    private final JdbcClient db;
    private final Contributions contributions;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final ContributionChoices choices;
    private final Redirects redirects;

    ContributionController(
            JdbcClient db,
            Contributions contributions,
            ExchangePermissions may,
            ExchangeDesk desk,
            ContributionChoices choices,
            Redirects redirects) {
        this.db = db;
        this.contributions = contributions;
        this.may = may;
        this.desk = desk;
        this.choices = choices;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/contributions/new")
    ModelAndView blank(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeContributions(visitor));
        return page(visitor, null, ContributionForm.of(given, desk.today()), List.of());
    }

    @PostMapping("/w/{network}/contributions")
    Object enter(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.seeContributions(visitor));
        var form = ContributionForm.of(given, desk.today());
        var problems = form.problems(desk, true);
        if (!problems.isEmpty()) return desk.again(page(visitor, null, form, problems));
        Forbidden.unless(may.enter(visitor, form.giver(), form.receiver()));
        boolean settled = visitor.isOffice() ? given.containsKey("settled") : visitor.worksFor(form.receiver());
        contributions.enter(form.giver(), form.receiver(), form.terms(null), settled);
        return redirects.done(
                request,
                visitor.base() + "/contributions",
                settled ? "exchange.contribution.entered.settled" : "exchange.contribution.entered");
    }

    @GetMapping("/w/{network}/contributions/{contribution}")
    ModelAndView show(Visitor visitor, @PathVariable UUID contribution) {
        Forbidden.unless(may.seeContributions(visitor));
        var row = ContributionRows.one(db, contribution);
        return page(visitor, row, ContributionForm.of(row, desk), List.of());
    }

    @PostMapping("/w/{network}/contributions/{contribution}")
    Object correct(
            Visitor visitor,
            @PathVariable UUID contribution,
            @RequestParam int version,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.seeContributions(visitor));
        var row = ContributionRows.one(db, contribution);
        Forbidden.unless(may.correct(visitor, row.giver(), row.receiver()));
        var typed = ContributionForm.of(given, desk.today());
        var problems = typed.problems(desk, false);
        if (!problems.isEmpty()) return desk.again(page(visitor, row, typed, problems));
        var terms = typed.terms(row.effort());
        if (!mayGift(visitor, row)) {
            terms = new org.wirknetz.exchange.ContributionTerms(
                    terms.kind(), terms.effort(), terms.hours(), terms.requested(), row.gift(), terms.givenOn());
        }
        contributions.correct(new ContributionId(contribution), version, terms, may.answer(visitor, row.receiver()));
        return redirects.done(
                request, visitor.base() + "/contributions/" + contribution, "exchange.contribution.corrected");
    }

    @PostMapping("/w/{network}/contributions/{contribution}/confirmation")
    String confirm(Visitor visitor, @PathVariable UUID contribution, HttpServletRequest request) {
        return answer(visitor, contribution, contributions::confirm, "exchange.contribution.confirmed", request);
    }

    @PostMapping("/w/{network}/contributions/{contribution}/refusal")
    String decline(Visitor visitor, @PathVariable UUID contribution, HttpServletRequest request) {
        return answer(visitor, contribution, contributions::decline, "exchange.contribution.declined", request);
    }

    @PostMapping("/w/{network}/contributions/{contribution}/waiver")
    String waive(Visitor visitor, @PathVariable UUID contribution, HttpServletRequest request) {
        return answer(visitor, contribution, contributions::waive, "exchange.contribution.waived", request);
    }

    private String answer(
            Visitor visitor,
            UUID contribution,
            Consumer<ContributionId> word,
            String done,
            HttpServletRequest request) {
        Forbidden.unless(may.seeContributions(visitor));
        var row = ContributionRows.one(db, contribution);
        Forbidden.unless(may.answer(visitor, row.receiver()));
        word.accept(new ContributionId(contribution));
        return redirects.done(request, visitor.base() + "/contributions", done, row.giverName());
    }

    @PostMapping("/w/{network}/contributions/{contribution}/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID contribution, HttpServletRequest request) {
        Forbidden.unless(may.seeContributions(visitor));
        var row = ContributionRows.one(db, contribution);
        Forbidden.unless(may.withdraw(visitor, row.giver(), row.confirmed()));
        contributions.withdraw(new ContributionId(contribution));
        return redirects.done(request, visitor.base() + "/contributions", "exchange.contribution.withdrawn");
    }

    private ModelAndView page(
            Visitor visitor, ContributionRows.@Nullable Row row, ContributionForm form, List<Problem> problems) {
        var title = row == null
                ? desk.say("exchange.contribution.new")
                : desk.say("exchange.contribution.title", row.giverName(), row.receiverName());
        var page = new ContributionPage(
                row,
                title,
                row == null
                        ? desk.say("exchange.contribution.new.sentence")
                        : desk.say("exchange.contribution.sentence." + row.state(), row.receiverName()),
                form,
                problems,
                row == null ? choices.own(visitor, form) : List.of(),
                row == null ? choices.recent(visitor, form) : List.of(),
                row == null ? choices.others(visitor, form) : List.of(),
                choices.directions(form),
                choices.efforts(form),
                choices.requests(form),
                choices.kinds(),
                visitor.base() + "/contributions" + (row == null ? "" : "/" + row.id()),
                visitor.isOffice(),
                row != null && may.answer(visitor, row.receiver()),
                row == null || may.correct(visitor, row.giver(), row.receiver()),
                row != null && may.withdraw(visitor, row.giver(), row.confirmed()),
                row == null || mayGift(visitor, row));
        return desk.page(
                "contribution",
                title,
                List.of(desk.contributions(visitor), ExchangeDesk.here(title)),
                Map.of("page", page));
    }

    /// Only who gave can call it a gift.
    private static boolean mayGift(Visitor visitor, ContributionRows.Row row) {
        return visitor.isOffice() || visitor.worksFor(row.giver());
    }
}
