package org.wirknetz.exchange.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.Flow;
import org.wirknetz.exchange.PairBalance;
import org.wirknetz.exchange.web.BalancesPage.Cell;
import org.wirknetz.exchange.web.BalancesPage.Figure;
import org.wirknetz.exchange.web.BalancesPage.Hint;
import org.wirknetz.exchange.web.BalancesPage.Link;
import org.wirknetz.exchange.web.BalancesPage.Row;

/// Says what balances mean: what was given first, what could come back second, and never who owes.
@Component
class BalanceWords {

    private static final int ROWS = 30;
    private static final int HEATS = 5;

    private final ExchangeDesk desk;

    BalanceWords(ExchangeDesk desk) {
        this.desk = desk;
    }

    /// "Träger 1 hat Träger 2 dreimal unterstützt; Rückfluss bisher keiner – gibt es etwas, das …?"
    Hint hint(Visitor visitor, PairBalance pair, Function<UUID, String> name) {
        var receiver = pair.couldReturn();
        var turned = pair.from(receiver.equals(pair.one()) ? pair.other() : pair.one());
        return new Hint(
                desk.say(
                        "exchange.hint",
                        name.apply(turned.one()),
                        name.apply(receiver),
                        turned.timesGiven(),
                        turned.timesReceived()),
                desk.say(
                        "exchange.hint.why",
                        desk.amount(turned.given()),
                        desk.amount(turned.received()),
                        turned.imbalance()),
                visitor.base() + "/balances/"
                        + (visitor.isOffice() || visitor.worksFor(receiver) ? receiver : turned.one()));
    }

    List<Figure> figures(Visitor visitor, BalanceRows rows) {
        var reciprocity = rows.reciprocity();
        var list = visitor.base() + "/contributions?state=CONFIRMED";
        var mutual = new ArrayList<Link>();
        var firstPairs = rows.pairs().stream()
                .sorted(Comparator.comparing(PairBalance::one).thenComparing(PairBalance::other))
                .limit(ROWS)
                .toList();
        for (var pair : firstPairs) {
            mutual.add(new Link(
                    rows.name(pair.one()) + " – " + rows.name(pair.other()),
                    visitor.base() + "/balances/" + pair.one(),
                    desk.say("exchange.pair.detail", pair.timesGiven(), pair.timesReceived())));
        }
        var circles = rows.circlesByName(ROWS).stream()
                .map(it -> new Link(it, null, ""))
                .toList();
        return List.of(
                figure(
                        "weighted",
                        reciprocity.weighted(),
                        desk.say(
                                "exchange.figure.weighted.beneath",
                                desk.amount(reciprocity.returnedStrength()),
                                desk.amount(reciprocity.givenStrength())),
                        List.of(new Link(desk.say("exchange.figure.all-rows"), list, ""))),
                figure(
                        "arcs",
                        reciprocity.ofArcs(),
                        desk.say("exchange.figure.arcs.beneath", 2 * reciprocity.mutual(), reciprocity.arcs()),
                        mutual),
                figure(
                        "dyads",
                        reciprocity.ofDyads(),
                        desk.say(
                                "exchange.figure.dyads.beneath",
                                reciprocity.mutual(),
                                reciprocity.mutual() + reciprocity.asymmetric()),
                        mutual),
                figure(
                        "corrected",
                        reciprocity.corrected(),
                        desk.say(
                                "exchange.figure.corrected.beneath",
                                rows.names().size()),
                        List.of()),
                new Figure(
                        "circles",
                        desk.say("exchange.figure.circles"),
                        desk.say(
                                "exchange.figure.circles.sentence",
                                rows.circles().count()),
                        desk.amount(rows.circles().count()),
                        "",
                        desk.say("exchange.figure.circles.how"),
                        circles));
    }

    private Figure figure(String key, OptionalDouble value, String beneath, List<Link> rows) {
        return new Figure(
                key,
                desk.say("exchange.figure." + key),
                value.isEmpty()
                        ? desk.say("exchange.figure.none")
                        : desk.say("exchange.figure." + key + ".sentence", value.getAsDouble()),
                value(value),
                beneath,
                desk.say("exchange.figure." + key + ".how"),
                rows);
    }

    private @Nullable String value(OptionalDouble value) {
        return value.isEmpty() ? null : desk.say("exchange.share", value.getAsDouble());
    }

    List<Row> matrix(Visitor visitor, BalanceRows rows) {
        var flows = new HashMap<List<UUID>, Flow>();
        double most = 0;
        for (var flow : rows.flows()) {
            if (!rows.busiest().contains(flow.giver()) || !rows.busiest().contains(flow.receiver())) continue;
            flows.put(List.of(flow.giver(), flow.receiver()), flow);
            most = Math.max(most, flow.weight());
        }
        var matrix = new ArrayList<Row>();
        for (var giver : rows.busiest()) {
            var cells = new ArrayList<Cell>();
            for (var receiver : rows.busiest()) cells.add(cell(visitor, rows, flows, giver, receiver, most));
            matrix.add(new Row(rows.name(giver), visitor.base() + "/balances/" + giver, cells));
        }
        return List.copyOf(matrix);
    }

    private Cell cell(
            Visitor visitor, BalanceRows rows, Map<List<UUID>, Flow> flows, UUID giver, UUID receiver, double most) {
        if (giver.equals(receiver)) return new Cell("", 0, null, "", true);
        var flow = flows.get(List.of(giver, receiver));
        if (flow == null) return new Cell("", 0, null, "", false);
        return new Cell(
                desk.amount(flow.weight()),
                Math.clamp((int) Math.ceil(HEATS * flow.weight() / most), 1, HEATS),
                visitor.base() + "/contributions?organisation=" + giver,
                desk.say("exchange.matrix.cell", rows.name(giver), rows.name(receiver), flow.times()),
                false);
    }
}
