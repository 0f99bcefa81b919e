package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.FormerPeople;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.RetentionPeriod;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// Former people whose retention has ended or ends soon, for the office: forget, or keep longer and say why.
@Controller
class RetentionController {

    private final Desk desk;
    private final DirectoryPermissions may;
    private final FormerPeople former;
    private final RetentionPeriod period;
    private final Redirects redirects;

    RetentionController(
            Desk desk, DirectoryPermissions may, FormerPeople former, RetentionPeriod period, Redirects redirects) {
        this.desk = desk;
        this.may = may;
        this.former = former;
        this.period = period;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/retention")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.forget(visitor));
        return desk.page(
                "retention",
                desk.say("directory.retention.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.retention.title"))),
                Map.of("page", RetentionPage.of(former.all(), period, desk.today())));
    }

    @PostMapping("/w/{network}/retention/period")
    String choose(
            Visitor visitor,
            @RequestParam int months,
            @RequestParam(defaultValue = "false") boolean automatic,
            HttpServletRequest request) {
        Forbidden.unless(may.forget(visitor));
        period.choose(months, automatic);
        return redirects.done(
                request, visitor.base() + "/retention", "directory.retention.chosen." + automatic, months);
    }

    @PostMapping("/w/{network}/retention/{id}/hold")
    String keep(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam LocalDate until,
            @RequestParam String reason,
            HttpServletRequest request) {
        Forbidden.unless(may.forget(visitor));
        former.keep(new PersonId(id), until, reason);
        return redirects.done(request, visitor.base() + "/retention", "directory.retention.kept", desk.date(until));
    }

    /// The sentence names nobody: whoever was forgotten is not written down once more.
    @PostMapping("/w/{network}/retention/{id}/forgetting")
    String forget(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.forget(visitor));
        former.forget(new PersonId(id));
        return redirects.told(request, visitor.base() + "/retention", "directory.retention.forgotten");
    }
}
