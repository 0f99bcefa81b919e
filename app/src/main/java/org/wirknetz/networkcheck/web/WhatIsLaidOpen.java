package org.wirknetz.networkcheck.web;

import java.util.List;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.fair.Interests;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Which interests of its own the organisation behind the coordination office has laid open (M11 e).
record WhatIsLaidOpen(Telling telling, List<Interests.Interest> all) {

    Block interests() {
        var open = all.stream()
                .filter(it -> it.holdsOn(telling.found().snapshot().asOf()))
                .toList();
        long handled = open.stream().filter(Interests.Interest::isHandled).count();
        return new Block(
                "interests",
                telling.say("networkcheck.interests.title"),
                open.isEmpty()
                        ? telling.say("networkcheck.interests.none")
                        : telling.say("networkcheck.interests.sentence", open.size(), open.size() - handled),
                open.isEmpty() ? null : telling.say("networkcheck.of", handled, open.size()),
                null,
                null,
                List.of(
                        telling.say("networkcheck.interests.how"),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                List.of(telling.say("networkcheck.interests.missing")),
                open.stream()
                        .map(it -> new Row(
                                it.about(),
                                it.isHandled() ? it.handling() : telling.say("networkcheck.interests.unhandled"),
                                null))
                        .toList(),
                List.of(new Link(
                        telling.say("networkcheck.interests.next"), telling.base() + "/check/neutrality#interests")));
    }
}
