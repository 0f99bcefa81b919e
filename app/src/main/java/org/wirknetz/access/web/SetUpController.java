package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Client;
import org.wirknetz.access.Links;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Sessions;
import org.wirknetz.access.SignIn;
import org.wirknetz.access.Threshold;
import org.wirknetz.platform.web.Redirects;

/// The link printed by the console: choose a password, once. A second factor that is on is still asked for.
@Controller
class SetUpController {

    private final Links links;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SignIn signIn;
    private final Patience patience;
    private final Threshold threshold;
    private final NewPassword passwords;
    private final Redirects redirects;

    SetUpController(
            Links links,
            Accounts accounts,
            Sessions sessions,
            SignIn signIn,
            Patience patience,
            Threshold threshold,
            NewPassword passwords,
            Redirects redirects) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.signIn = signIn;
        this.patience = patience;
        this.threshold = threshold;
        this.passwords = passwords;
        this.redirects = redirects;
    }

    @GetMapping("/set-up/{secret}")
    ModelAndView show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        var account = links.peek(Links.Kind.SET_UP, secret);
        if (account.isEmpty()) return gone(request);
        return page(HttpStatus.OK, secret, accounts.require(account.get()).email(), "", request);
    }

    @PostMapping("/set-up/{secret}")
    ModelAndView choose(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        var known = links.peek(Links.Kind.SET_UP, secret);
        if (known.isEmpty()) return gone(request);
        var card = accounts.require(known.get());
        var problem = passwords.problem(request, "password", password, card.email(), card.name());
        if (problem.isPresent()) {
            return page(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    secret,
                    card.email(),
                    problem.get().sentence(),
                    request);
        }
        var account = links.redeem(Links.Kind.SET_UP, secret);
        if (account.isEmpty()) return gone(request);
        accounts.choosePassword(account.get(), password);
        sessions.endAll(account.get());
        return switch (signIn.afterFirstFactor(account.get(), "set-up", Client.of(request))) {
            case SignIn.In(var it) -> {
                threshold.enter(it, request, response);
                yield new ModelAndView("redirect:/");
            }
            case SignIn.CodeWanted(var it) -> {
                threshold.waitForCode(it, request, response);
                yield new ModelAndView("redirect:/sign-in/code");
            }
            case SignIn.No() -> gone(request);
        };
    }

    private ModelAndView page(
            HttpStatus status, String secret, String email, String problem, HttpServletRequest request) {
        return new ModelAndView(
                "access/set-up",
                Map.of(
                        "title",
                        redirects.say(request, "access.set-up.title"),
                        "secret",
                        secret,
                        "email",
                        email,
                        "problem",
                        problem),
                status);
    }

    private ModelAndView gone(HttpServletRequest request) {
        var client = Client.of(request);
        patience.askAndWait("set-up", client.subnet(), client);
        return new ModelAndView(
                "access/gone",
                Map.of("title", redirects.say(request, "access.gone.title"), "sentence", "access.gone.set-up"),
                HttpStatus.GONE);
    }
}
