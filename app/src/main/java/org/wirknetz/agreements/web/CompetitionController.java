package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementId;
import org.wirknetz.agreements.CompetitionCheck;
import org.wirknetz.platform.web.Redirects;

/// The answers of competitors before they divide anything.
@Controller
class CompetitionController {

    private final CompetitionCheck check;
    private final AgreementDoor door;
    private final Redirects redirects;

    CompetitionController(CompetitionCheck check, AgreementDoor door, Redirects redirects) {
        this.check = check;
        this.door = door;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/agreements/{agreement}/competition-check")
    String answer(
            Visitor visitor,
            @PathVariable UUID agreement,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        door.openInside(visitor, agreement);
        var seen = given.get("seen");
        if (seen == null) check.answer(new AgreementId(agreement), given);
        else check.replace(new AgreementId(agreement), given, seen);
        return redirects.done(
                request,
                visitor.base() + "/agreements/" + agreement + "#competition",
                "agreements.competition.answered");
    }
}
