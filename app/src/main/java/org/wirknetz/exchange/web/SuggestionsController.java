package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Suggestions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// Was it a favour? One click each for yes and no.
@Controller
class SuggestionsController {

    private final Suggestions suggestions;
    private final ExchangePermissions may;
    private final Redirects redirects;

    SuggestionsController(Suggestions suggestions, ExchangePermissions may, Redirects redirects) {
        this.suggestions = suggestions;
        this.may = may;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/contributions/suggestions/recording")
    String record(
            Visitor visitor,
            @RequestParam String source,
            @RequestParam UUID record,
            @RequestParam UUID giver,
            @RequestParam UUID receiver,
            HttpServletRequest request) {
        Forbidden.unless(may.enter(visitor, giver, receiver));
        boolean settled = !visitor.isOffice() && visitor.worksFor(receiver);
        suggestions.record(new Suggestions.Key(source, record, giver, receiver), settled);
        return redirects.done(
                request,
                visitor.base() + "/contributions",
                settled ? "exchange.contribution.entered.settled" : "exchange.contribution.entered");
    }

    @PostMapping("/w/{network}/contributions/suggestions/dismissal")
    String dismiss(
            Visitor visitor,
            @RequestParam String source,
            @RequestParam UUID record,
            @RequestParam UUID giver,
            @RequestParam UUID receiver,
            HttpServletRequest request) {
        Forbidden.unless(may.enter(visitor, giver, receiver));
        suggestions.dismiss(new Suggestions.Key(source, record, giver, receiver));
        return redirects.done(request, visitor.base() + "/contributions", "exchange.suggest.dismissed");
    }
}
