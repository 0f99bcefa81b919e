package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Completeness;
import org.wirknetz.networkcheck.Target;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Whom the network wants and who is there.
record WhoIsThere(Telling telling) {

    Block completeness() {
        var targets = new ArrayList<Completeness.Target>();
        for (var target :
                telling.chronicle().targetsOn(telling.found().snapshot().asOf())) {
            targets.add(new Completeness.Target(
                    groupName(target), target.weight().doubleValue(), target.minimum(), present(target)));
        }
        var completeness = Completeness.of(targets);
        var gaps = completeness.gaps();
        var sentence = gaps.isEmpty()
                ? telling.say("networkcheck.completeness.full", targets.size())
                : telling.say(
                        "networkcheck.completeness.gaps",
                        completeness.met(),
                        targets.size(),
                        Sentences.names(
                                telling.desk(),
                                gaps.stream().map(Completeness.Target::role).toList()));
        return new Block(
                "completeness",
                telling.say("networkcheck.completeness.title"),
                sentence,
                telling.say("networkcheck.of", completeness.met(), targets.size()),
                telling.say("networkcheck.completeness.weighted", telling.number(completeness.share(), 2)),
                null,
                telling.how("completeness", telling.found()),
                List.of(),
                targets.stream()
                        .map(it -> new Row(
                                it.role(),
                                telling.say("networkcheck.completeness.row", it.present(), it.required()),
                                null))
                        .toList(),
                telling.names()
                        ? List.of(new Link(telling.say("networkcheck.completeness.next"), telling.base() + "/targets"))
                        : List.of());
    }

    private String groupName(Target target) {
        var area = target.area();
        var group = telling.chronicle().groups().stream()
                .filter(it -> it.key().equals(target.group()))
                .findFirst()
                .map(it -> it.name(telling.desk().locale()))
                .orElse(telling.desk().locale().equals(java.util.Locale.ENGLISH) ? target.nameEn() : target.nameDe());
        return area == null ? group : group + " (" + area + ")";
    }

    private int present(Target target) {
        return (int) telling.found().snapshot().members().stream()
                .filter(it -> it.groups().contains(target.group()))
                .filter(it -> target.area() == null || it.area().equals(target.area()))
                .count();
    }
}
