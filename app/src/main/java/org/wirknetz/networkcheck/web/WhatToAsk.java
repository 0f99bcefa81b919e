package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Silence;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// The questions with which the method ends (C20.1 to C20.4): what the network already knows about each, and a round to
/// ask the rest.
///
/// @param office whether the reader leads rounds, and may see who keeps away
record WhatToAsk(Telling telling, boolean office) {

    private static final int MOST_ROWS = 20;

    Block arguments() {
        return question("arguments", telling.say("networkcheck.ask.arguments.sentence"), null, List.of(), "ARGUMENTS");
    }

    Block conditions() {
        return question(
                "conditions", telling.say("networkcheck.ask.conditions.sentence"), null, List.of(), "CONDITIONS");
    }

    private record Wooed(UUID organisation, String name, String status) {}

    /// Whom the network asked without an answer, who declined, and who keeps away.
    Block hardToReach(JdbcClient db, Silence silence) {
        var wooed = !office
                ? List.<Wooed>of()
                : db.sql("""
                        select m.organisation, o.name, m.status
                          from directory.membership_card m
                          join directory.organisation_card o on o.network = m.network and o.id = m.organisation
                         where m.network = platform.network() and m.status in ('ASKED', 'DECLINED')
                           and (m.valid_from is null or m.valid_from <= :day) and (m.valid_to is null or m.valid_to > :day)
                         order by o.name, m.organisation
                        """)
                        .param("day", telling.found().snapshot().asOf())
                        .query(Wooed.class)
                        .list();
        var rows = new ArrayList<Row>();
        wooed.stream()
                .limit(MOST_ROWS)
                .forEach(it -> rows.add(new Row(
                        it.name(),
                        telling.say("networkcheck.ask.status." + it.status()),
                        telling.base() + "/organisations/" + it.organisation())));
        var sentence = office
                ? telling.say(
                        "networkcheck.ask.hard-to-reach.sentence",
                        wooed.size(),
                        silence.quiet().size(),
                        silence.members())
                : telling.say(
                        "networkcheck.ask.hard-to-reach.partner",
                        silence.quiet().size(),
                        silence.members());
        return question(
                "hard-to-reach",
                silence.recorded() || !wooed.isEmpty() ? sentence : telling.say("networkcheck.ask.hard-to-reach.none"),
                null,
                rows,
                "HARD_TO_REACH");
    }

    private record Product(UUID product, String name, int partners) {}

    /// Joint products with at least two partners, the one with most of them first.
    Block portfolio(JdbcClient db) {
        var products = db.sql("""
                        select product, name, count(distinct organisation)::int as partners
                          from products.partner_card
                         where network = platform.network() and (joined_on is null or joined_on <= :day)
                           and (left_on is null or left_on > :day) and (ended_on is null or ended_on > :day)
                         group by product, name
                        having count(distinct organisation) > 1
                         order by 3 desc, name, product
                        """)
                .param("day", telling.found().snapshot().asOf())
                .query(Product.class)
                .list();
        return question(
                "portfolio",
                telling.say("networkcheck.ask.portfolio.sentence", products.size()),
                String.valueOf(products.size()),
                products.stream()
                        .limit(MOST_ROWS)
                        .map(it -> new Row(
                                it.name(),
                                telling.say("networkcheck.organisations", it.partners()),
                                telling.base() + "/products/" + it.product()))
                        .toList(),
                "PORTFOLIO");
    }

    private Block question(
            String id, String sentence, @org.jspecify.annotations.Nullable String value, List<Row> rows, String round) {
        return new Block(
                id,
                telling.say("networkcheck.ask." + id + ".title"),
                sentence,
                value,
                null,
                null,
                List.of(
                        telling.say("networkcheck.ask." + id + ".how"),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                List.of(),
                rows,
                office
                        ? List.of(new Link(
                                telling.say("networkcheck.ask.round"), telling.base() + "/rounds/new?kind=" + round))
                        : List.of(new Link(telling.say("networkcheck.ask.rounds"), telling.base() + "/rounds")));
    }
}
