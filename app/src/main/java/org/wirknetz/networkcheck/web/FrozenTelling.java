package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.map.FrozenMaps;
import org.wirknetz.networkcheck.map.FrozenNetwork;

/// A frozen map in words and tables. It reads the copy and nothing else.
@Component
class FrozenTelling {

    private final CheckDesk desk;

    FrozenTelling(CheckDesk desk) {
        this.desk = desk;
    }

    FrozenPage.Line line(FrozenMaps.Card card) {
        return new FrozenPage.Line(
                card.id(),
                card.title(),
                desk.say("networkcheck.frozen.told", desk.date(card.asOf()), desk.date(card.frozenOn())),
                card.approvedOn() != null,
                card.open(),
                card.pseudonyms());
    }

    FrozenPage page(FrozenMaps.Frozen frozen, String export, boolean office, String address) {
        var card = frozen.card();
        var network = frozen.network();
        var warning = network.hidden()
                ? desk.say(
                        "networkcheck.frozen.alone",
                        network.alone(),
                        network.nodes().size())
                : "";
        return page(
                card.title(),
                card.asOf(),
                network,
                export,
                office
                        ? new FrozenPage.Office(card.id(), card.approvedOn() != null, card.open(), warning, address)
                        : null);
    }

    FrozenPage page(FrozenMaps.ForAnybody frozen) {
        return page(frozen.title(), frozen.asOf(), frozen.network(), null, null);
    }

    private FrozenPage page(
            String title,
            LocalDate asOf,
            FrozenNetwork network,
            @Nullable String export,
            FrozenPage.@Nullable Office office) {
        var ties = new ArrayList<FrozenPage.Tie>();
        for (var tie : network.ties()) {
            ties.add(new FrozenPage.Tie(
                    name(network, network.nodes().get(tie.from())),
                    name(network, network.nodes().get(tie.to())),
                    english() ? tie.kindEn() : tie.kindDe()));
        }
        var degrees = network.degrees();
        var organisations = new ArrayList<FrozenPage.Organisation>();
        for (int at = 0; at < network.nodes().size(); at++) {
            var node = network.nodes().get(at);
            organisations.add(new FrozenPage.Organisation(name(network, node), group(network, node), degrees.get(at)));
        }
        // Letters stand in the order in which they were drawn; names by the alphabet.
        if (!network.hidden()) {
            organisations.sort(Comparator.comparing(FrozenPage.Organisation::name));
            ties.sort(Comparator.comparing(FrozenPage.Tie::from).thenComparing(FrozenPage.Tie::to));
        }
        long pairs = network.ties().stream()
                .map(it -> List.of(Math.min(it.from(), it.to()), Math.max(it.from(), it.to())))
                .distinct()
                .count();
        return new FrozenPage(
                title,
                desk.say(
                        "networkcheck.frozen.sentence",
                        desk.date(asOf),
                        network.nodes().size(),
                        pairs),
                network.hidden(),
                FrozenDrawing.of(network, node -> name(network, node)),
                network.groups().stream()
                        .filter(it -> network.nodes().stream()
                                .anyMatch(node -> node.group() >= 0
                                        && network.groups().get(node.group()).equals(it)))
                        .map(it -> new FrozenPage.Group(english() ? it.nameEn() : it.nameDe(), it.colour(), it.shape()))
                        .toList(),
                organisations,
                ties,
                !network.hidden(),
                export,
                office);
    }

    private String name(FrozenNetwork network, FrozenNetwork.Node node) {
        return network.hidden() ? desk.say("networkcheck.frozen.pseudonym", node.name()) : node.name();
    }

    private String group(FrozenNetwork network, FrozenNetwork.Node node) {
        if (node.group() < 0) return "";
        var group = network.groups().get(node.group());
        return english() ? group.nameEn() : group.nameDe();
    }

    private boolean english() {
        return desk.locale().equals(Locale.ENGLISH);
    }
}
