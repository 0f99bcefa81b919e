package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Founding;
import org.wirknetz.access.NetworkTemplates;
import org.wirknetz.access.Networks;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.SignedIn;

/// The operator's page: networks and accounts. Operating opens no network: its contents stay out of sight.
@Controller
class OperatorController {

    private final Networks networks;
    private final Founding founding;
    private final NetworkTemplates templates;
    private final Accounts accounts;
    private final Mails mails;
    private final NewPassword checks;
    private final SecurityLog log;
    private final Redirects redirects;

    OperatorController(
            Networks networks,
            Founding founding,
            NetworkTemplates templates,
            Accounts accounts,
            Mails mails,
            NewPassword checks,
            SecurityLog log,
            Redirects redirects) {
        this.networks = networks;
        this.founding = founding;
        this.templates = templates;
        this.accounts = accounts;
        this.mails = mails;
        this.checks = checks;
        this.log = log;
        this.redirects = redirects;
    }

    static void operatorsOnly(HttpServletRequest request) {
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        Forbidden.unless(signedIn != null && signedIn.operator());
    }

    @GetMapping("/operator")
    ModelAndView show(HttpServletRequest request) {
        operatorsOnly(request);
        return page(HttpStatus.OK, "", "", "", "", List.of(), "", request);
    }

    @PostMapping("/operator/networks")
    ModelAndView found(
            @RequestParam(defaultValue = "") String slug,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request) {
        operatorsOnly(request);
        var problems = new ArrayList<>(checks.nameProblem(request, name));
        if (!slug.matches("[a-z0-9][a-z0-9-]{1,62}")) {
            problems.add(new Problem("slug", redirects.say(request, "access.network.slug-wrong")));
        } else if (networks.bySlug(slug).isPresent()) {
            problems.add(new Problem("slug", redirects.say(request, "access.network.slug-taken", slug)));
        }
        if (templates.byKey(template).isEmpty()) {
            problems.add(new Problem("template", redirects.say(request, "access.network.template-wrong")));
        }
        problems.addAll(checks.emailProblem(request, email));
        if (!problems.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, slug, name, template, email, problems, "", request);
        }
        var network = new NetworkId(UUID.randomUUID());
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var link = Scope.of(network, Scope.current().requireAccount())
                .call(() -> founding.found(network, slug, name.strip(), template, email, locale));
        log.note(
                "network.founded",
                "network",
                network.value(),
                "by",
                Scope.current().requireAccount().value());
        if (mails.canSend()) {
            return new ModelAndView(
                    redirects.told(request, "/operator", "access.network.founded", name.strip(), email));
        }
        return page(HttpStatus.OK, "", "", "", "", List.of(), link, request);
    }

    /// Nobody puts themselves out of service: there would be nobody left to undo it.
    @PostMapping("/operator/accounts/{account}/disabling")
    String disable(@PathVariable UUID account, HttpServletRequest request) {
        operatorsOnly(request);
        var whom = accounts.require(new AccountId(account));
        if (Scope.current().requireAccount().equals(whom.account())) throw new Refused("access.account.not-yourself");
        accounts.disable(whom.account());
        log.note(
                "account.disabled",
                "account",
                account,
                "by",
                Scope.current().requireAccount().value());
        return redirects.told(request, "/operator", "access.account.disabled-now", whom.name());
    }

    @PostMapping("/operator/accounts/{account}/enabling")
    String enable(@PathVariable UUID account, HttpServletRequest request) {
        operatorsOnly(request);
        var whom = accounts.require(new AccountId(account));
        accounts.enable(whom.account());
        log.note(
                "account.enabled",
                "account",
                account,
                "by",
                Scope.current().requireAccount().value());
        return redirects.told(request, "/operator", "access.account.enabled-now", whom.name());
    }

    private ModelAndView page(
            HttpStatus status,
            String slug,
            String name,
            String template,
            String email,
            List<Problem> problems,
            String link,
            HttpServletRequest request) {
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var choices = templates.all().stream()
                .map(it -> new Choice(
                        it.key(),
                        it.name().in(locale),
                        it.key().equals(template.isEmpty() ? "nachqualifizierung" : template),
                        it.purpose().in(locale)))
                .toList();
        var page = new OperatorPage(
                networks.all(), accounts.all(), choices, slug, name, email, problems, link, mails.canSend());
        return new ModelAndView(
                "access/operator",
                Map.of("title", redirects.say(request, "access.operator.title"), "page", page),
                status);
    }
}
