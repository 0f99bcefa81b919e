package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Issues;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.newsletter.Sending;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.mail.Mailings;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// An issue on its way: who gets it and why, how it looks, a test, now or later, and watching it go.
@Controller
class NewsletterSendingController {

    private static final int LAST_YEAR = 2200;

    private final Issues issues;
    private final Sending sending;
    private final Mailings mailings;
    private final Accounts accounts;
    private final NewsletterPermissions may;
    private final NewsletterDoor door;
    private final MailPreview preview;
    private final Desk desk;
    private final Redirects redirects;

    NewsletterSendingController(
            Issues issues,
            Sending sending,
            Mailings mailings,
            Accounts accounts,
            NewsletterPermissions may,
            NewsletterDoor door,
            MailPreview preview,
            Desk desk,
            Redirects redirects) {
        this.issues = issues;
        this.sending = sending;
        this.mailings = mailings;
        this.accounts = accounts;
        this.may = may;
        this.door = door;
        this.preview = preview;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/newsletters/{issue}/recipients")
    ModelAndView recipients(Visitor visitor, @PathVariable UUID issue) {
        Forbidden.unless(may.edit(visitor));
        var card = issues.require(issue);
        var title = desk.say("newsletter.recipients");
        var back = visitor.base() + "/newsletters/" + issue;
        return desk.page(
                "newsletter/recipients",
                title,
                List.of(door.newsletters(visitor), new Crumb(card.subject(), back), Desk.here(title)),
                Map.of("audience", sending.audience(card), "of", card.listName(), "back", back));
    }

    @GetMapping("/w/{network}/newsletters/{issue}/preview")
    ResponseEntity<String> preview(Visitor visitor, @PathVariable UUID issue) {
        Forbidden.unless(may.edit(visitor));
        issues.require(issue);
        return preview.page(sending.preview(issue));
    }

    @PostMapping("/w/{network}/newsletters/{issue}/test")
    String test(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        issues.require(issue);
        var to = accounts.require(visitor.account()).email();
        sending.test(issue, to);
        return redirects.told(request, visitor.base() + "/newsletters/" + issue, "newsletter.test.sent", to);
    }

    /// @param at when; nothing means now
    @PostMapping("/w/{network}/newsletters/{issue}/dispatch")
    String dispatch(
            Visitor visitor,
            @PathVariable UUID issue,
            @RequestParam(defaultValue = "") String at,
            HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        issues.require(issue);
        var page = visitor.base() + "/newsletters/" + issue;
        if (at.isBlank()) return redirects.told(request, page, "newsletter.issue.on-its-way", sending.issue(issue));
        var when = moment(at);
        issues.plan(issue, when, visitor.account());
        return redirects.done(request, page, "newsletter.issue.planned", door.moment(when));
    }

    private static Instant moment(String typed) {
        try {
            var moment = LocalDateTime.parse(typed.strip());
            if (moment.getYear() > LAST_YEAR) throw new Refused("newsletter.no-moment", typed.strip());
            return moment.atZone(ClockSource.ZONE).toInstant();
        } catch (DateTimeParseException noMoment) {
            throw new Refused("newsletter.no-moment", typed.length() > 40 ? typed.substring(0, 40) : typed);
        }
    }

    @PostMapping("/w/{network}/newsletters/{issue}/dispatch/withdrawal")
    String unplan(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        issues.unplan(issue);
        return redirects.done(request, visitor.base() + "/newsletters/" + issue, "newsletter.issue.unplanned");
    }

    @GetMapping("/w/{network}/newsletters/{issue}/progress")
    ModelAndView progress(Visitor visitor, @PathVariable UUID issue) {
        Forbidden.unless(may.edit(visitor));
        return desk.page(
                "newsletter/progress",
                "",
                List.of(),
                Map.of(
                        "progress",
                        mailings.progress(mailing(issue)),
                        "path",
                        visitor.base() + "/newsletters/" + issue));
    }

    private UUID mailing(UUID issue) {
        var mailing = issues.require(issue).mailing();
        if (mailing == null) throw new NotFound();
        return mailing;
    }

    @PostMapping("/w/{network}/newsletters/{issue}/pause")
    String pause(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        int held = mailings.pause(mailing(issue));
        return redirects.told(request, visitor.base() + "/newsletters/" + issue, "newsletter.queue.paused", held);
    }

    @PostMapping("/w/{network}/newsletters/{issue}/resumption")
    String resume(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        int moved = mailings.resume(mailing(issue));
        return redirects.told(request, visitor.base() + "/newsletters/" + issue, "newsletter.queue.resumed", moved);
    }

    @PostMapping("/w/{network}/newsletters/{issue}/cancellation")
    String cancel(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        int stopped = mailings.cancel(mailing(issue));
        return redirects.told(request, visitor.base() + "/newsletters/" + issue, "newsletter.queue.cancelled", stopped);
    }

    @PostMapping("/w/{network}/newsletters/{issue}/retry")
    String retry(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        int again = mailings.retry(mailing(issue));
        return redirects.told(request, visitor.base() + "/newsletters/" + issue, "newsletter.queue.again", again);
    }
}
