package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.AccountNotices;
import org.wirknetz.access.Client;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Identities;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Provider;
import org.wirknetz.access.ProviderAway;
import org.wirknetz.access.ProviderSettings;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.access.SignIn;
import org.wirknetz.access.Threshold;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Redirects;

/// Signing in with the account of one's own house (OpenID Connect): there, and back.
@Controller
class ProviderController {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderController.class);
    private static final String ASKED = "access.provider.asked";
    private static final long QUESTION_LASTS_MILLIS = 10 * 60_000L;

    private final ProviderSettings settings;
    private final Provider provider;
    private final Identities identities;
    private final SignIn signIn;
    private final Threshold threshold;
    private final Patience patience;
    private final AccountNotices notices;
    private final SecurityLog log;
    private final Redirects redirects;

    ProviderController(
            ProviderSettings settings,
            Provider provider,
            Identities identities,
            SignIn signIn,
            Threshold threshold,
            Patience patience,
            AccountNotices notices,
            SecurityLog log,
            Redirects redirects) {
        this.settings = settings;
        this.provider = provider;
        this.identities = identities;
        this.signIn = signIn;
        this.threshold = threshold;
        this.patience = patience;
        this.notices = notices;
        this.log = log;
        this.redirects = redirects;
    }

    @GetMapping("/sign-in/provider")
    ModelAndView ask(
            @RequestParam(defaultValue = "/") String to, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.present()) throw new NotFound();
        try {
            var question = provider.ask();
            remember(request.getSession(true), question, Doors.within(to));
            response.setHeader("Referrer-Policy", "no-referrer");
            return new ModelAndView("redirect:" + question.address());
        } catch (ProviderAway away) {
            return away(away, request);
        }
    }

    private static void remember(HttpSession session, Provider.Question question, String to) {
        session.setAttribute(ASKED, new String[] {
            question.state(), question.nonce(), question.verifier(), to, String.valueOf(System.currentTimeMillis())
        });
    }

    private record Asked(Provider.Question question, String to) {}

    /// Good once, and in the browser that asked.
    private static Optional<Asked> recall(HttpServletRequest request, String state) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ASKED) instanceof String[] kept)) return Optional.empty();
        session.removeAttribute(ASKED);
        boolean ours =
                MessageDigest.isEqual(kept[0].getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8));
        boolean fresh = System.currentTimeMillis() - Long.parseLong(kept[4]) < QUESTION_LASTS_MILLIS;
        if (!ours || !fresh) return Optional.empty();
        return Optional.of(new Asked(new Provider.Question(URI.create(""), kept[0], kept[1], kept[2]), kept[3]));
    }

    @GetMapping(Provider.ANSWER)
    ModelAndView answer(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String iss,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (!settings.present()) throw new NotFound();
        response.setHeader("Referrer-Policy", "no-referrer");
        var client = Client.of(request);
        var asked = recall(request, state);
        if (asked.isEmpty() || code.isEmpty() || code.length() > 4_000 || !provider.isIssuer(iss)) {
            log.note("sign-in.refused", "way", "provider", "from", client.subnet());
            return sentence(HttpStatus.FORBIDDEN, "access.provider.broken", "", request);
        }
        patience.askAndWait("provider", client.subnet(), client);
        try {
            var identity = provider.answer(asked.get().question(), code);
            if (identity.isEmpty()) {
                log.note("sign-in.refused", "way", "provider", "from", client.subnet());
                return sentence(HttpStatus.FORBIDDEN, "access.provider.broken", "", request);
            }
            patience.forget("provider", client.subnet(), client);
            return enter(identity.get(), asked.get().to(), request, response);
        } catch (ProviderAway away) {
            return away(away, request);
        }
    }

    private ModelAndView enter(
            Provider.Identity identity, String to, HttpServletRequest request, HttpServletResponse response) {
        return switch (identities.find(identity)) {
            case Identities.Known(var account) -> in(account, to, request, response);
            case Identities.Linked(var account) -> {
                notices.tell(account, "provider");
                log.note("provider.linked", "account", account.value());
                yield in(account, to, request, response);
            }
            case Identities.Stranger(var email) ->
                sentence(HttpStatus.FORBIDDEN, "access.provider.stranger", email, request);
            case Identities.Unverified() -> sentence(HttpStatus.FORBIDDEN, "access.provider.unverified", "", request);
            case Identities.SomebodyElse(var account) -> {
                log.note("provider.somebody-else", "account", account.value());
                yield sentence(HttpStatus.FORBIDDEN, "access.provider.somebody-else", "", request);
            }
        };
    }

    private ModelAndView in(AccountId account, String to, HttpServletRequest request, HttpServletResponse response) {
        return switch (signIn.afterFirstFactor(account, "provider", Client.of(request))) {
            case SignIn.In(var entered) -> {
                threshold.enter(entered, request, response);
                yield new ModelAndView("redirect:" + to);
            }
            case SignIn.CodeWanted(var half) -> {
                threshold.waitForCode(half, request, response);
                yield new ModelAndView(
                        "redirect:/sign-in/code?to=" + java.net.URLEncoder.encode(to, StandardCharsets.UTF_8));
            }
            case SignIn.No() -> sentence(HttpStatus.FORBIDDEN, "access.provider.broken", "", request);
        };
    }

    @PostMapping("/account/provider/removal")
    String unlink(HttpServletRequest request) {
        var me = Scope.current().account().orElseThrow(NotFound::new);
        identities.unlink(me);
        notices.tell(me, "provider-removed");
        log.note("provider.unlinked", "account", me.value());
        return redirects.told(request, "/account", "access.provider.unlinked", settings.name());
    }

    private ModelAndView away(ProviderAway away, HttpServletRequest request) {
        LOG.warn("The provider of identities {}", away.getMessage());
        return sentence(HttpStatus.SERVICE_UNAVAILABLE, "access.provider.away", "", request);
    }

    private ModelAndView sentence(HttpStatus status, String key, String email, HttpServletRequest request) {
        return new ModelAndView(
                "access/provider",
                Map.of(
                        "title",
                        redirects.say(request, "access.sign-in.title"),
                        "sentence",
                        redirects.say(request, key, settings.name(), email),
                        "next",
                        redirects.say(request, key + ".do", settings.name())),
                status);
    }
}
