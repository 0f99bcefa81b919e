package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.SecurityLog;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.mail.MailQueue;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Redirects;

/// The operator's page of the outbox: what waits, what failed and why, by host; nobody's address and nothing of what is
/// said.
@Controller
class OperatorMailsController {

    private final MailQueue queue;
    private final Mails mails;
    private final SecurityLog log;
    private final Redirects redirects;

    OperatorMailsController(MailQueue queue, Mails mails, SecurityLog log, Redirects redirects) {
        this.queue = queue;
        this.mails = mails;
        this.log = log;
        this.redirects = redirects;
    }

    @GetMapping("/operator/mails")
    ModelAndView show(HttpServletRequest request) {
        OperatorController.operatorsOnly(request);
        return new ModelAndView(
                "access/operator-mails",
                Map.of(
                        "title",
                        redirects.say(request, "access.mails.title"),
                        "page",
                        new OperatorMailsPage(
                                queue.state(), queue.hosts(), queue.failures(), queue.left(), mails.canSend())));
    }

    /// @param host whose mails wait until they are let go; `*` for all
    @PostMapping("/operator/mails/hold")
    String hold(@RequestParam(defaultValue = "") String host, HttpServletRequest request) {
        OperatorController.operatorsOnly(request);
        queue.hold(host);
        note("mails.held", host);
        return redirects.told(request, "/operator/mails", "access.mails.held-now", name(host, request));
    }

    @PostMapping("/operator/mails/release")
    String release(@RequestParam(defaultValue = "") String host, HttpServletRequest request) {
        OperatorController.operatorsOnly(request);
        queue.release(host);
        note("mails.released", host);
        return redirects.told(request, "/operator/mails", "access.mails.released", name(host, request));
    }

    @PostMapping("/operator/mails/hurry")
    String hurry(@RequestParam(defaultValue = "") String host, HttpServletRequest request) {
        OperatorController.operatorsOnly(request);
        int hurried = queue.hurry(host);
        return redirects.told(request, "/operator/mails", "access.mails.hurried", hurried);
    }

    private String name(String host, HttpServletRequest request) {
        return host.equals(MailQueue.ALL) ? redirects.say(request, "access.mails.all-hosts") : host;
    }

    private void note(String event, String host) {
        log.note(event, "host", host, "by", Scope.current().requireAccount().value());
    }
}
