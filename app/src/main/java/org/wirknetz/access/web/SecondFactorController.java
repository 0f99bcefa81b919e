package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.AccountNotices;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Client;
import org.wirknetz.access.Passkeys;
import org.wirknetz.access.Patience;
import org.wirknetz.access.QrPicture;
import org.wirknetz.access.SecondFactor;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.access.Sessions;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Turning the second factor on and off. Off needs a code: a session left open on a desk is not enough.
@Controller
class SecondFactorController {

    private final SecondFactor secondFactor;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Patience patience;
    private final AccountPages pages;
    private final SecurityLog log;
    private final Redirects redirects;
    private final AccountNotices notices;
    private final Passkeys passkeys;

    SecondFactorController(
            SecondFactor secondFactor,
            Accounts accounts,
            Sessions sessions,
            Patience patience,
            AccountPages pages,
            SecurityLog log,
            Redirects redirects,
            AccountNotices notices,
            Passkeys passkeys) {
        this.passkeys = passkeys;
        this.secondFactor = secondFactor;
        this.accounts = accounts;
        this.sessions = sessions;
        this.patience = patience;
        this.pages = pages;
        this.log = log;
        this.redirects = redirects;
        this.notices = notices;
    }

    private static AccountId me() {
        return Scope.current().account().orElseThrow(NotFound::new);
    }

    /// Where those are led whose role must have one.
    @GetMapping("/account/second-factor")
    ModelAndView needed(HttpServletRequest request) {
        return new ModelAndView(
                "access/factor-needed",
                Map.of(
                        "title",
                        redirects.say(request, "access.factor.title"),
                        "passkeyOnly",
                        !passkeys.of(me()).isEmpty()));
    }

    @PostMapping("/account/second-factor")
    ModelAndView begin(HttpServletRequest request) {
        var enrolment = secondFactor.begin(me(), accounts.require(me()).email());
        return enrolmentPage(HttpStatus.OK, enrolment, false, request);
    }

    @PostMapping("/account/second-factor/confirmation")
    ModelAndView confirm(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        patience.askAndWait("enrol", me().value().toString(), Client.of(request));
        var codes = secondFactor.confirm(me(), code);
        if (codes.isEmpty()) {
            var pending =
                    secondFactor.pending(me(), accounts.require(me()).email()).orElseThrow(NotFound::new);
            return enrolmentPage(HttpStatus.UNPROCESSABLE_CONTENT, pending, true, request);
        }
        patience.forget("enrol", me().value().toString(), Client.of(request));
        sessions.endOthers(me(), request.getSession().getId());
        notices.tell(me(), "second-on");
        log.note("second-factor.on", "account", me().value());
        return new ModelAndView(
                "access/recovery-codes",
                Map.of("title", redirects.say(request, "access.second.codes.title"), "codes", codes.get()));
    }

    @PostMapping("/account/second-factor/removal")
    ModelAndView turnOff(@RequestParam(defaultValue = "") String code, HttpServletRequest request) {
        patience.askAndWait("code", me().value().toString(), Client.of(request));
        if (!secondFactor.accepts(me(), code)) {
            var problem = new Problem("code", redirects.say(request, "access.code.refused"));
            return pages.page(HttpStatus.UNPROCESSABLE_CONTENT, me(), List.of(problem), "", request);
        }
        patience.forget("code", me().value().toString(), Client.of(request));
        secondFactor.turnOff(me());
        sessions.endOthers(me(), request.getSession().getId());
        notices.tell(me(), "second-off");
        log.note("second-factor.off", "account", me().value());
        return new ModelAndView(redirects.told(request, "/account", "access.second.off"));
    }

    private ModelAndView enrolmentPage(
            HttpStatus status, SecondFactor.Enrolment enrolment, boolean refused, HttpServletRequest request) {
        return new ModelAndView(
                "access/second-factor",
                Map.of(
                        "title",
                        redirects.say(request, "access.second.title"),
                        "secret",
                        enrolment.secret(),
                        "picture",
                        QrPicture.of(enrolment.address()),
                        "refused",
                        refused),
                status);
    }
}
