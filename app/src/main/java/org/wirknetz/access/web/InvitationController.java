package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Client;
import org.wirknetz.access.Invitations;
import org.wirknetz.access.Patience;
import org.wirknetz.access.SignIn;
import org.wirknetz.access.Threshold;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.Words;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// The invited at the door. Without an account they say their name and choose a password, or none and sign in
/// by link;
/// with one they sign in first: a link alone lets nobody act as somebody who is already here.
@Controller
class InvitationController {

    private final Invitations invitations;
    private final Accounts accounts;
    private final Patience patience;
    private final Threshold threshold;
    private final NewPassword passwords;
    private final SignIn signIn;
    private final Redirects redirects;

    InvitationController(
            Invitations invitations,
            Accounts accounts,
            Patience patience,
            Threshold threshold,
            NewPassword passwords,
            SignIn signIn,
            Redirects redirects) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.patience = patience;
        this.threshold = threshold;
        this.passwords = passwords;
        this.signIn = signIn;
        this.redirects = redirects;
    }

    @GetMapping("/invitation/{secret}")
    ModelAndView show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        return read(secret, request)
                .map(letter -> page(HttpStatus.OK, secret, letter, "", List.of(), request))
                .orElseGet(() -> gone(request));
    }

    @PostMapping("/invitation/{secret}")
    ModelAndView accept(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
        var known = read(secret, request);
        if (known.isEmpty()) return gone(request);
        var letter = known.get();
        return switch (way(letter)) {
            case "NEW" -> openAndEnter(secret, letter, name, password, request, response);
            case "MINE" -> {
                seat(secret, Scope.current().requireAccount());
                yield new ModelAndView("redirect:/w/" + letter.slug());
            }
            default -> page(HttpStatus.CONFLICT, secret, letter, name, List.of(), request);
        };
    }

    private ModelAndView openAndEnter(
            String secret,
            Invitations.Letter letter,
            String name,
            String password,
            HttpServletRequest request,
            HttpServletResponse response) {
        var problems = new ArrayList<>(passwords.nameProblem(request, name));
        // Whoever has no password signs in by a link; where no link can be sent, they would never come back.
        if (!password.isEmpty() || !signIn.sendsLinks()) {
            passwords
                    .problem(request, "password", password, letter.email(), name, letter.networkName())
                    .ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            return page(HttpStatus.UNPROCESSABLE_CONTENT, secret, letter, name, problems, request);
        }
        var locale = Words.closest(RequestContextUtils.getLocale(request));
        var account = accounts.open(letter.email(), name, password.isEmpty() ? null : password, locale, false);
        seat(secret, account);
        threshold.enter(account, request, response);
        return new ModelAndView("redirect:/w/" + letter.slug());
    }

    private void seat(String secret, AccountId account) {
        var network = invitations.networkOf(secret).orElseThrow(NotFound::new);
        Scope.of(network, account).run(() -> invitations.accept(secret, account));
    }

    private Optional<Invitations.Letter> read(String secret, HttpServletRequest request) {
        var network = invitations.networkOf(secret);
        if (network.isEmpty()) {
            var client = Client.of(request);
            patience.askAndWait("invitation", client.subnet(), client);
            return Optional.empty();
        }
        return Scope.publicly(network.get()).call(() -> invitations.read(secret));
    }

    private String way(Invitations.Letter letter) {
        var here = Scope.current().account();
        var theirs = accounts.byEmail(letter.email());
        if (here.isPresent()) return here.equals(theirs) ? "MINE" : "OTHER";
        return theirs.isPresent() ? "SIGN_IN" : "NEW";
    }

    private ModelAndView page(
            HttpStatus status,
            String secret,
            Invitations.Letter letter,
            String name,
            List<Problem> problems,
            HttpServletRequest request) {
        return new ModelAndView(
                "access/invitation",
                Map.of(
                        "title",
                        redirects.say(request, "access.invitation.title", letter.networkName()),
                        "page",
                        new InvitationPage(secret, letter, way(letter), name, problems, signIn.sendsLinks())),
                status);
    }

    private ModelAndView gone(HttpServletRequest request) {
        return new ModelAndView(
                "access/gone",
                Map.of("title", redirects.say(request, "access.gone.title"), "sentence", "access.gone.invitation"),
                HttpStatus.GONE);
    }
}
