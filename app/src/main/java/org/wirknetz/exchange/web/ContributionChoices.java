package org.wirknetz.exchange.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.Effort;
import org.wirknetz.platform.web.Choice;

/// What the quick form offers, so that a thumb is enough.
@Component
class ContributionChoices {

    private static final int RECENT = 5;
    private static final int KINDS = 12;
    private static final List<String> COMMON =
            List.of("room", "advice", "contact", "staff", "material", "speaker", "review", "referral");

    private final JdbcClient db;
    private final ExchangeDesk desk;

    ContributionChoices(JdbcClient db, ExchangeDesk desk) {
        this.db = db;
        this.desk = desk;
    }

    /// The organisation one speaks for: the office for any, partners for their own.
    List<Choice> own(Visitor visitor, ContributionForm form) {
        var own = Partners.own(visitor);
        var sides = Partners.all(db).stream()
                .filter(it -> visitor.isOffice() || own.contains(it.id()))
                .toList();
        var choices = choices(sides, form.own());
        return sides.size() == 1
                ? List.of(new Choice(
                        sides.getFirst().id().toString(), sides.getFirst().name(), true))
                : withNone(choices, form.own());
    }

    List<Choice> recent(Visitor visitor, ContributionForm form) {
        if (visitor.isOffice()) return List.of();
        var recent = Partners.recent(db, Partners.own(visitor), RECENT);
        if (recent.isEmpty()) return List.of();
        boolean other = !form.other().isEmpty();
        return Stream.concat(
                        choices(recent, other ? "" : form.partner()).stream(),
                        Stream.of(new Choice("other", desk.say("exchange.contribution.other"), other)))
                .toList();
    }

    List<Choice> others(Visitor visitor, ContributionForm form) {
        var own = Partners.own(visitor);
        return withNone(
                choices(
                        Partners.all(db).stream()
                                .filter(it -> visitor.isOffice() || !own.contains(it.id()) || own.size() > 1)
                                .toList(),
                        form.other()),
                form.other());
    }

    List<Choice> directions(ContributionForm form) {
        return Stream.of("gave", "received")
                .map(it -> new Choice(
                        it,
                        desk.say("exchange.contribution.direction." + it),
                        form.direction().equals(it)))
                .toList();
    }

    List<Choice> efforts(ContributionForm form) {
        return Arrays.stream(Effort.values())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("exchange.effort." + it),
                        it.name().equals(form.effort()),
                        desk.say("exchange.effort." + it + ".help")))
                .toList();
    }

    List<Choice> requests(ContributionForm form) {
        return Stream.of("yes", "no")
                .map(it -> new Choice(
                        it,
                        desk.say("exchange.contribution.requested." + it),
                        form.requested().equals(it)))
                .toList();
    }

    /// What was said before in this network, and what is usual everywhere.
    List<String> kinds() {
        var kinds = new LinkedHashSet<>(Partners.kinds(db, KINDS));
        for (var common : COMMON) kinds.add(desk.say("exchange.kind." + common));
        return List.copyOf(kinds);
    }

    private List<Choice> withNone(List<Choice> choices, String chosen) {
        var all = new ArrayList<Choice>();
        all.add(new Choice("", desk.say("exchange.choose"), chosen.isEmpty()));
        all.addAll(choices);
        return List.copyOf(all);
    }

    private static List<Choice> choices(List<Partners.Named> organisations, String chosen) {
        return organisations.stream()
                .map(it -> new Choice(
                        it.id().toString(), it.name(), it.id().toString().equals(chosen)))
                .toList();
    }
}
