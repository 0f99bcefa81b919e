package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.Agreements;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Redirects;

/// The course of an agreement: offered, taken back to the table, ended, renewed.
@Controller
class AgreementCourseController {

    private final Agreements agreements;
    private final AgreementDoor door;
    private final AgreementsDesk desk;
    private final Redirects redirects;

    AgreementCourseController(Agreements agreements, AgreementDoor door, AgreementsDesk desk, Redirects redirects) {
        this.agreements = agreements;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/agreements/{agreement}/offer")
    String offer(Visitor visitor, @PathVariable UUID agreement, @RequestParam int version, HttpServletRequest request) {
        door.openToSteer(visitor, agreement);
        agreements.offer(new AgreementId(agreement), version);
        return redirects.done(request, path(visitor, agreement), "agreements.offered");
    }

    @PostMapping("/w/{network}/agreements/{agreement}/reopening")
    String reopen(Visitor visitor, @PathVariable UUID agreement, HttpServletRequest request) {
        door.openToSteer(visitor, agreement);
        agreements.reopen(new AgreementId(agreement));
        return redirects.done(request, path(visitor, agreement), "agreements.reopened");
    }

    /// @param last the last day it holds, as people say it; today where none was given
    @PostMapping("/w/{network}/agreements/{agreement}/end")
    String end(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam(required = false) @Nullable LocalDate last,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var page = door.openToSteer(visitor, agreement);
        if (last != null && AgreementForm.day(last.toString()) == null) throw new NotFound();
        // What was never concluded is over at once; what holds, holds to the end of its last day.
        var day = page.row().concludedOn() == null ? desk.today() : (last == null ? desk.today() : last).plusDays(1);
        agreements.end(new AgreementId(agreement), day, reason);
        return redirects.done(request, path(visitor, agreement), "agreements.ended");
    }

    @PostMapping("/w/{network}/agreements/{agreement}/renewal")
    String renew(Visitor visitor, @PathVariable UUID agreement, HttpServletRequest request) {
        door.openToSteer(visitor, agreement);
        var renewed = agreements.renew(new AgreementId(agreement));
        return redirects.done(request, path(visitor, renewed.value()), "agreements.renewed");
    }

    private static String path(Visitor visitor, UUID agreement) {
        return visitor.base() + "/agreements/" + agreement;
    }
}
