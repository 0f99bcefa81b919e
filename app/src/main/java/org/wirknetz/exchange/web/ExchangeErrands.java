package org.wirknetz.exchange.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;

/// What the page Heute says of give and take: favours that wait for one's word; to the office, pairs worth a word.
@Component
class ExchangeErrands implements Errands {

    private static final int WEEK = 7;
    private static final int MONTH = 30;
    private static final int SOME = 100;

    private final JdbcClient db;
    private final ExchangePermissions may;
    private final ExchangeDesk desk;

    ExchangeErrands(JdbcClient db, ExchangePermissions may, ExchangeDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.seeContributions(visitor)) return List.of();
        var errands = new ArrayList<Errand>();
        int waiting = ContributionRows.waiting(db, Partners.own(visitor), SOME).size();
        if (waiting > 0) {
            errands.add(new Errand(
                    WEEK,
                    desk.say("exchange.today.waiting", waiting),
                    desk.say("exchange.today.waiting.why"),
                    desk.say("exchange.waiting.title"),
                    visitor.base() + "/contributions#waiting"));
        }
        if (may.seeAllBalances(visitor)) {
            long hints = PairBalance.of(Flow.oneSided(db, desk.today())).stream()
                    .filter(it -> it.reminds(desk.today()))
                    .count();
            if (hints > 0) {
                errands.add(new Errand(
                        MONTH,
                        desk.say("exchange.today.hints", hints),
                        desk.say("exchange.today.hints.why"),
                        desk.say("exchange.hint.act"),
                        visitor.base() + "/balances"));
            }
        }
        return List.copyOf(errands);
    }
}
