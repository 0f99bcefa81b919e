package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.wirknetz.access.AccountNotices;
import org.wirknetz.access.Client;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Passkeys;
import org.wirknetz.access.Patience;
import org.wirknetz.access.Recently;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.access.Threshold;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Redirects;

/// Both ceremonies with a passkey, asked for by `assets/js/passkey.js`.
@Controller
class PasskeysController {

    private static final String TO_REGISTER = "access.passkey.register";
    private static final String TO_SIGN_IN = "access.passkey.sign-in";
    private static final int LONGEST_ANSWER = 20_000;

    private final Passkeys passkeys;
    private final Patience patience;
    private final Threshold threshold;
    private final SecurityLog log;
    private final Redirects redirects;
    private final AccountNotices notices;

    private final Recently recently;

    PasskeysController(
            Passkeys passkeys,
            Patience patience,
            Threshold threshold,
            SecurityLog log,
            Redirects redirects,
            AccountNotices notices,
            Recently recently) {
        this.recently = recently;
        this.passkeys = passkeys;
        this.patience = patience;
        this.threshold = threshold;
        this.log = log;
        this.redirects = redirects;
        this.notices = notices;
    }

    private static AccountId me() {
        return Scope.current().account().orElseThrow(NotFound::new);
    }

    @PostMapping("/account/passkeys/question")
    ResponseEntity<String> askToRegister(HttpSession session) {
        recently.require("/account");
        if (passkeys.of(me()).size() >= Passkeys.MOST) throw new Refused("access.passkey.too-many", Passkeys.MOST);
        var question = passkeys.askToRegister(me());
        session.setAttribute(TO_REGISTER, question.challenge());
        return json(question.json());
    }

    @PostMapping("/account/passkeys")
    ResponseEntity<Map<String, String>> register(
            @RequestParam(defaultValue = "") String label,
            @RequestBody String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        recently.require("/account");
        var challenge = take(request.getSession(), TO_REGISTER);
        var done = challenge != null
                && answer.length() <= LONGEST_ANSWER
                && passkeys.register(me(), challenge, answer, label);
        if (!done)
            return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of());
        notices.tell(me(), "passkey");
        log.note(
                "passkey.added",
                "account",
                me().value(),
                "from",
                Client.of(request).subnet());
        // Who has just made one, has just shown it.
        threshold.enterByPasskey(me(), request, response);
        return ResponseEntity.ok(Map.of("to", "/account"));
    }

    @PostMapping("/account/passkeys/{passkey}/removal")
    String remove(@PathVariable UUID passkey, HttpServletRequest request) {
        passkeys.remove(me(), passkey);
        notices.tell(me(), "passkey-removed");
        log.note("passkey.removed", "account", me().value());
        return redirects.told(request, "/account", "access.passkey.removed");
    }

    @PostMapping("/sign-in/passkey/question")
    ResponseEntity<String> askToSignIn(HttpServletRequest request) {
        var question = passkeys.askToSignIn();
        request.getSession(true).setAttribute(TO_SIGN_IN, question.challenge());
        return json(question.json());
    }

    @PostMapping("/sign-in/passkey")
    @ResponseBody
    ResponseEntity<Map<String, String>> signIn(
            @RequestParam(defaultValue = "/") String to,
            @RequestBody String answer,
            HttpServletRequest request,
            HttpServletResponse response) {
        var client = Client.of(request);
        patience.askAndWait("passkey", client.subnet(), client);
        var challenge = take(request.getSession(), TO_SIGN_IN);
        if (challenge != null && answer.length() <= LONGEST_ANSWER) {
            var account = passkeys.signIn(challenge, answer);
            if (account.isPresent()) {
                patience.forget("passkey", client.subnet(), client);
                log.note(
                        "sign-in.done",
                        "way",
                        "passkey",
                        "account",
                        account.get().value(),
                        "from",
                        client.subnet());
                threshold.enterByPasskey(account.get(), request, response);
                return ResponseEntity.ok(Map.of("to", Doors.within(to)));
            }
        }
        log.note("sign-in.refused", "way", "passkey", "from", client.subnet());
        return ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).body(Map.of());
    }

    /// A challenge is good for one answer.
    private static @Nullable String take(HttpSession session, String name) {
        var challenge = (String) session.getAttribute(name);
        session.removeAttribute(name);
        return challenge;
    }

    private static ResponseEntity<String> json(String text) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(text);
    }
}
