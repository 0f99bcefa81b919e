package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.AccountNotices;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Client;
import org.wirknetz.access.Networks;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Recently;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.access.Sessions;
import org.wirknetz.access.Tokens;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.SignedIn;

/// One's own account: name, language, password, where one is signed in, tokens.
@Controller
class AccountController {

    private final AccountPages pages;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tokens tokens;
    private final Networks networks;
    private final Patience patience;
    private final NewPassword passwords;
    private final Mails mails;
    private final Words words;
    private final SecurityLog log;
    private final LocaleResolver locales;
    private final Redirects redirects;
    private final AccountNotices notices;
    private final Recently recently;

    AccountController(
            AccountPages pages,
            Accounts accounts,
            Sessions sessions,
            Tokens tokens,
            Networks networks,
            Patience patience,
            NewPassword passwords,
            Mails mails,
            Words words,
            SecurityLog log,
            LocaleResolver locales,
            Redirects redirects,
            AccountNotices notices,
            Recently recently) {
        this.recently = recently;
        this.pages = pages;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tokens = tokens;
        this.networks = networks;
        this.patience = patience;
        this.passwords = passwords;
        this.mails = mails;
        this.words = words;
        this.log = log;
        this.locales = locales;
        this.redirects = redirects;
        this.notices = notices;
    }

    private static AccountId me() {
        return Scope.current().account().orElseThrow(NotFound::new);
    }

    @GetMapping("/account")
    ModelAndView account(HttpServletRequest request) {
        return pages.page(HttpStatus.OK, me(), List.of(), "", request);
    }

    @PostMapping("/account/profile")
    ModelAndView rename(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "de") String locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problems = passwords.nameProblem(request, name);
        if (!problems.isEmpty()) return pages.page(HttpStatus.UNPROCESSABLE_CONTENT, me(), problems, "", request);
        var chosen = Words.closest(Locale.of(locale));
        accounts.rename(me(), name, chosen);
        locales.setLocale(request, response, chosen);
        return seeOther(redirects.told(request, "/account", "access.account.saved"));
    }

    /// Whoever has a password shows it first; every other session ends, and the owner is told by mail.
    @PostMapping("/account/password")
    ModelAndView choosePassword(
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        var card = accounts.require(me());
        var problems = new ArrayList<Problem>();
        if (!card.hasPassword()) recently.require("/account");
        if (card.hasPassword()) {
            var client = Client.of(request);
            patience.askAndWait("own-password", card.id().toString(), client);
            if (accounts.knows(me(), current))
                patience.forget("own-password", card.id().toString(), client);
            else problems.add(new Problem("current", redirects.say(request, "access.password.current-wrong")));
        }
        passwords
                .problem(request, "password", password, card.email(), card.name())
                .ifPresent(problems::add);
        if (!problems.isEmpty()) return pages.page(HttpStatus.UNPROCESSABLE_CONTENT, me(), problems, "", request);
        accounts.choosePassword(me(), password);
        sessions.endOthers(me(), request.getSession().getId());
        log.note(
                "password.changed",
                "account",
                card.id(),
                "from",
                Client.of(request).subnet());
        mails.send(
                card.email(),
                words.say(card.language(), "access.mail.password.subject"),
                words.say(card.language(), "access.mail.password.text", card.name()));
        return seeOther(redirects.told(request, "/account", "access.password.changed"));
    }

    @PostMapping("/account/sessions/{handle}/end")
    String endSession(@PathVariable String handle, HttpServletRequest request) {
        sessions.end(me(), handle);
        return redirects.told(request, "/account", "access.session.ended");
    }

    @PostMapping("/account/sessions/end-others")
    String endOtherSessions(HttpServletRequest request) {
        sessions.endOthers(me(), request.getSession().getId());
        return redirects.told(request, "/account", "access.session.others-ended");
    }

    @PostMapping("/account/tokens")
    ModelAndView issueToken(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(defaultValue = "READ") Tokens.TokenScope scope,
            @RequestParam(defaultValue = "90") int days,
            HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        if (label.isBlank() || label.length() > 60) {
            problems.add(new Problem("label", redirects.say(request, "access.token.name-needed")));
        }
        if (days < 1 || days > 365)
            problems.add(new Problem("days", redirects.say(request, "access.token.days-wrong")));
        if (!problems.isEmpty()) return pages.page(HttpStatus.UNPROCESSABLE_CONTENT, me(), problems, "", request);
        var place = sitsIn(network, request);
        recently.require("/account");
        var token = Scope.of(place, me()).call(() -> tokens.issue(label, scope, days));
        notices.tell(me(), "token");
        log.note("token.issued", "account", me().value(), "network", place.value(), "scope", scope);
        return pages.page(HttpStatus.OK, me(), List.of(), token, request);
    }

    private NetworkId sitsIn(String slug, HttpServletRequest request) {
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        if (signedIn == null
                || signedIn.networks().stream().noneMatch(it -> it.slug().equals(slug))) {
            throw new NotFound();
        }
        return networks.bySlug(slug).orElseThrow(NotFound::new);
    }

    @PostMapping("/account/tokens/{network}/{token}/revocation")
    String revokeToken(@PathVariable UUID network, @PathVariable UUID token, HttpServletRequest request) {
        tokens.revoke(me(), new NetworkId(network), token);
        log.note("token.revoked", "account", me().value(), "token", token);
        return redirects.told(request, "/account", "access.token.revoked");
    }

    private static ModelAndView seeOther(String redirect) {
        return new ModelAndView(redirect);
    }
}
