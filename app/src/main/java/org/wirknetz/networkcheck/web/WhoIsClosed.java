package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.check.NamedGroup;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whether groups that had their name before anybody looked are more closed than chance would make them (M4).
record WhoIsClosed(Telling telling) {

    private static final int MOST_ROWS = 40;

    Block namedGroups() {
        var tested = telling.followed().groups();
        var closed = NamedGroup.closed(tested);
        boolean shown = telling.found().gate().allows(SizeGate.Kind.EXACT_TEST);
        return new Block(
                "named-groups",
                telling.say("networkcheck.named.title"),
                shown
                        ? sentence(tested, closed)
                        : telling.withheldBy(telling.found().isTooThin(), 5),
                shown && !tested.isEmpty() ? telling.say("networkcheck.of", closed.size(), tested.size()) : null,
                null,
                null,
                how(tested.size()),
                telling.missing(),
                shown ? tested.stream().limit(MOST_ROWS).map(this::row).toList() : List.of(),
                List.of(new Link(telling.say("networkcheck.check.map"), telling.base() + "/check/map")));
    }

    private String sentence(List<NamedGroup> tested, List<NamedGroup> closed) {
        if (tested.isEmpty()) return telling.say("networkcheck.named.nobody");
        if (closed.isEmpty()) return telling.say("networkcheck.named.none", tested.size());
        var first = closed.getFirst();
        return telling.say(
                first.test().exact() ? "networkcheck.named.exact" : "networkcheck.named.drawn",
                name(first),
                first.ties().external(),
                first.ties().internal(),
                first.test().compared(),
                first.test().asClosed(),
                closed.size() - 1);
    }

    private List<String> how(int tested) {
        var how = new ArrayList<String>(telling.how("named", telling.found()));
        if (tested > 1) how.add(1, telling.say("networkcheck.named.several", tested));
        return how;
    }

    private Row row(NamedGroup group) {
        var test = group.test();
        var text = new StringBuilder(telling.say(
                "networkcheck.named.row",
                group.ties().external(),
                group.ties().external() + group.ties().internal(),
                test.compared(),
                test.asClosed()));
        if (telling.found().gate().allows(SizeGate.Kind.INDEX)) {
            text.append(telling.say(
                    "networkcheck.named.index",
                    telling.number(group.ties().index(), 2),
                    telling.number(test.pValue(), test.pValue().orElse(1) < 0.01 ? 4 : 3)));
        }
        return new Row(name(group), text.toString(), null);
    }

    private String name(NamedGroup group) {
        if (group.sort() == NamedGroup.Sort.AREA) return group.name();
        return telling.chronicle().groups().stream()
                .filter(it -> it.key().equals(group.name()))
                .map(it -> it.name(telling.desk().locale()))
                .findFirst()
                .orElse(group.name());
    }
}
