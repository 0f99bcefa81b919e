package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.Contributions;
import org.wirknetz.exchange.Decay;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Redirects;

/// Whether what is given comes back: for the office in the whole network, for partners in their own pairs.
@Controller
class BalancesController {

    /// More would be a list of debtors, which this page must never be.
    private static final int HINTS = 20;

    private final JdbcClient db;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;
    private final BalanceWords words;
    private final SmallReturns returns;
    private final Contributions contributions;
    private final Redirects redirects;

    BalancesController(
            JdbcClient db,
            ExchangePermissions may,
            ExchangeDesk desk,
            BalanceWords words,
            SmallReturns returns,
            Contributions contributions,
            Redirects redirects) {
        this.db = db;
        this.may = may;
        this.desk = desk;
        this.words = words;
        this.returns = returns;
        this.contributions = contributions;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/balances")
    ModelAndView all(Visitor visitor, @RequestParam(defaultValue = "") String decay) {
        Forbidden.unless(may.seeContributions(visitor));
        if (!may.seeAllBalances(visitor)) return own(visitor);
        var mode = decay.equals("plain") ? Decay.PLAIN : Decay.FADING;
        var rows = BalanceRows.of(Flow.of(db, mode, desk.today(), null), names(), desk.today());
        var hints = new ArrayList<BalancesPage.Hint>();
        for (var pair : rows.mostOneSided(HINTS)) hints.add(words.hint(visitor, pair, rows::name));
        var page = new BalancesPage(
                desk.say(
                        "exchange.balances.sentence",
                        rows.pairs().size(),
                        rows.reminders().size()),
                mode == Decay.FADING,
                words.figures(visitor, rows),
                List.copyOf(hints),
                rows.reminders().size() - hints.size(),
                words.matrix(visitor, rows),
                rows.tallies().size() - rows.busiest().size(),
                rows.tallies().entrySet().stream()
                        .map(it -> new BalancesPage.Line(
                                rows.name(it.getKey()),
                                visitor.base() + "/balances/" + it.getKey(),
                                it.getValue().timesGiven(),
                                it.getValue().timesReceived()))
                        .toList());
        return desk.page(
                "balances",
                desk.say("exchange.balances.title"),
                List.of(desk.contributions(visitor), ExchangeDesk.here(desk.say("exchange.balances.title"))),
                Map.of("page", page));
    }

    private static ModelAndView own(Visitor visitor) {
        var own = Partners.own(visitor);
        return new ModelAndView("redirect:" + visitor.base() + "/balances/" + own.getFirst());
    }

    @GetMapping("/w/{network}/balances/{organisation}")
    ModelAndView one(Visitor visitor, @PathVariable UUID organisation, @RequestParam(defaultValue = "") String decay) {
        Forbidden.unless(may.seeBalance(visitor, organisation));
        var names = names();
        if (!names.containsKey(organisation)) throw new org.wirknetz.platform.NotFound();
        var mode = decay.equals("plain") ? Decay.PLAIN : Decay.FADING;
        var pairs = PairBalance.of(Flow.of(db, mode, desk.today(), organisation)).stream()
                .map(it -> it.from(organisation))
                .sorted(java.util.Comparator.comparing(it -> names.getOrDefault(it.other(), "")))
                .toList();
        int given = pairs.stream().mapToInt(PairBalance::timesGiven).sum();
        int received = pairs.stream().mapToInt(PairBalance::timesReceived).sum();
        boolean mine = visitor.worksFor(organisation);
        var name = names.getOrDefault(organisation, "");
        var hints = new ArrayList<BalancesPage.Hint>();
        for (var pair : pairs) {
            if (pair.reminds(desk.today())) hints.add(words.hint(visitor, pair, it -> names.getOrDefault(it, "")));
        }
        var title = mine ? desk.say("exchange.balance.title.own") : desk.say("exchange.balance.title", name);
        var page = new BalancePage(
                name,
                title,
                desk.say("exchange.balance.sentence", name, given, received),
                mode == Decay.FADING,
                pairs.stream()
                        .map(it -> new BalancePage.Row(
                                names.getOrDefault(it.other(), ""),
                                it.timesGiven(),
                                desk.amount(it.given()),
                                it.timesReceived(),
                                desk.amount(it.received()),
                                visitor.base() + "/contributions?organisation=" + it.other()))
                        .toList(),
                List.copyOf(hints),
                returns.of(visitor, organisation, pairs, names),
                may.nameStructuralGivers(visitor),
                structural(organisation),
                visitor.base() + "/balances/" + organisation);
        return desk.page(
                "balance", title, List.of(desk.contributions(visitor), ExchangeDesk.here(title)), Map.of("page", page));
    }

    @PostMapping("/w/{network}/balances/{organisation}/structural")
    String structural(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestParam(defaultValue = "false") boolean gives,
            HttpServletRequest request) {
        Forbidden.unless(may.nameStructuralGivers(visitor));
        if (!names().containsKey(organisation)) throw new org.wirknetz.platform.NotFound();
        contributions.structural(organisation, gives);
        return redirects.done(
                request,
                visitor.base() + "/balances/" + organisation,
                gives ? "exchange.structural.named" : "exchange.structural.unnamed");
    }

    private boolean structural(UUID organisation) {
        return db.sql("""
                        select exists (select from exchange.structural_giver
                                        where network = platform.network() and organisation = ?)
                        """).param(organisation).query(Boolean.class).single();
    }

    private Map<UUID, String> names() {
        var names = new HashMap<UUID, String>();
        for (var organisation : Partners.all(db)) names.put(organisation.id(), organisation.name());
        return names;
    }
}
