package org.wirknetz.exchange.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.exchange.matching.Matches;
import org.wirknetz.platform.Scope;

/// "Small returns you could offer": the own offers and resources that meet an open need of somebody who gave more.
@Component
class SmallReturns {

    private static final int GIVERS = 6;
    private static final int NEEDS = 24;
    private static final int CONSIDERED = 20;
    private static final int MOST = 6;

    private final JdbcClient db;
    private final ExchangeDesk desk;
    private final Matches matches;
    private final MatchWords words;

    SmallReturns(JdbcClient db, ExchangeDesk desk, Matches matches, MatchWords words) {
        this.db = db;
        this.desk = desk;
        this.matches = matches;
        this.words = words;
    }

    private record Need(UUID id, UUID organisation, String title) {}

    /// @param pairs seen from the organisation: `given` is what it gave
    List<BalancePage.Return> of(Visitor visitor, UUID organisation, List<PairBalance> pairs, Map<UUID, String> names) {
        var givers = pairs.stream()
                .filter(it -> it.received() > it.given())
                .sorted(Comparator.comparingDouble(it -> it.given() - it.received()))
                .limit(GIVERS)
                .map(PairBalance::other)
                .toList();
        var returns = new ArrayList<BalancePage.Return>();
        for (var need : needs(givers)) {
            matches.of(need.id(), CONSIDERED).stream()
                    .filter(it -> it.organisation().equals(organisation))
                    .findFirst()
                    .ifPresent(it -> returns.add(new BalancePage.Return(
                            desk.say(
                                    "exchange.returns.line",
                                    it.title(),
                                    names.getOrDefault(need.organisation(), ""),
                                    need.title()),
                            visitor.base() + "/needs/" + need.id(),
                            it.reasons().stream().map(words::sentence).toList())));
            if (returns.size() == MOST) break;
        }
        return List.copyOf(returns);
    }

    private List<Need> needs(List<UUID> organisations) {
        if (organisations.isEmpty()) return List.of();
        return db.sql("""
                        select id, organisation, title from exchange.listing
                         where network = :network and sort = 'NEED' and organisation in (:organisations)
                           and (valid_to is null or valid_to > :today)
                         order by created_at desc, id limit :most
                        """)
                .param("network", Scope.current().requireNetwork().value())
                .param("organisations", organisations)
                .param("today", desk.today())
                .param("most", NEEDS)
                .query(Need.class)
                .list();
    }
}
