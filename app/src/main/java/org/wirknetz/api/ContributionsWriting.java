package org.wirknetz.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ContributionId;
import org.wirknetz.exchange.ContributionTerms;
import org.wirknetz.exchange.Contributions;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;

/// Favours by call: entered, corrected, answered by the receiver, withdrawn. A giver's correction asks the receiver
/// again, as on the page.
@Component
class ContributionsWriting implements Writing {

    private static final Set<String> ANSWERS = Set.of("state", "noReturn");

    private final JdbcClient db;
    private final Contributions contributions;
    private final ExchangePermissions may;

    ContributionsWriting(JdbcClient db, Contributions contributions, ExchangePermissions may) {
        this.db = db;
        this.contributions = contributions;
        this.may = may;
    }

    private record Known(
            UUID giver,
            UUID receiver,
            String kind,
            @Nullable BigDecimal effort,
            @Nullable BigDecimal hours,
            boolean requested,
            boolean gift,
            @Nullable LocalDate givenOn,
            String state,
            int version) {

        ContributionTerms terms() {
            return new ContributionTerms(kind, effort, hours, requested, gift, givenOn);
        }
    }

    @Override
    public UUID create(Visitor visitor, Map<String, @Nullable Object> values) {
        for (var answer : ANSWERS) if (values.containsKey(answer)) throw new Invalid(422, answer, "api.read-only");
        var giver = UUID.fromString(String.valueOf(values.get("giver")));
        var receiver = UUID.fromString(String.valueOf(values.get("receiver")));
        Forbidden.unless(may.enter(visitor, giver, receiver));
        var terms = terms(values, new ContributionTerms("", null, null, false, false, null));
        return contributions
                .enter(giver, receiver, terms, may.answer(visitor, receiver))
                .value();
    }

    @Override
    public void change(Visitor visitor, UUID id, Map<String, @Nullable Object> values) {
        var known = require(id);
        var contribution = new ContributionId(id);
        for (var side : new String[] {"giver", "receiver"})
            if (values.containsKey(side)) throw new Invalid(422, side, "api.read-only");
        if (values.keySet().stream().anyMatch(it -> !ANSWERS.contains(it))) {
            Forbidden.unless(may.correct(visitor, known.giver(), known.receiver()));
            contributions.correct(
                    contribution, known.version(), terms(values, known.terms()), may.answer(visitor, known.receiver()));
        }
        if (values.keySet().stream().anyMatch(ANSWERS::contains)) {
            Forbidden.unless(may.answer(visitor, known.receiver()));
            answer(contribution, values);
        }
    }

    private void answer(ContributionId contribution, Map<String, @Nullable Object> values) {
        if (Boolean.TRUE.equals(values.get("noReturn"))) contributions.waive(contribution);
        else if ("DECLINED".equals(values.get("state"))) contributions.decline(contribution);
        else contributions.confirm(contribution);
    }

    @Override
    public void remove(Visitor visitor, UUID id) {
        var known = require(id);
        Forbidden.unless(may.withdraw(visitor, known.giver(), known.state().equals("CONFIRMED")));
        contributions.withdraw(new ContributionId(id));
    }

    private Known require(UUID id) {
        return db.sql("""
                        select giver, receiver, kind, effort, hours, requested, gift, given_on, state, version
                          from exchange.contribution where id = ?
                        """).param(id).query(Known.class).optional().orElseThrow(NotFound::new);
    }

    private static ContributionTerms terms(Map<String, @Nullable Object> values, ContributionTerms known) {
        var kind = values.containsKey("kind") ? values.get("kind") : known.kind();
        return new ContributionTerms(
                kind instanceof String text ? text : "",
                amount(values, "effort", known.effort()),
                amount(values, "hours", known.hours()),
                yes(values, "requested", known.requested()),
                yes(values, "gift", known.gift()),
                values.containsKey("givenOn")
                        ? values.get("givenOn") instanceof LocalDate day ? day : null
                        : known.givenOn());
    }

    private static @Nullable BigDecimal amount(
            Map<String, @Nullable Object> values, String name, @Nullable BigDecimal otherwise) {
        if (!values.containsKey(name)) return otherwise;
        return values.get(name) instanceof BigDecimal amount ? amount : null;
    }

    private static boolean yes(Map<String, @Nullable Object> values, String name, boolean otherwise) {
        return values.get(name) instanceof Boolean yes ? yes : otherwise;
    }
}
