package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;

/// Whether what is given comes back (M10). No pair is named here: a list of debts would end the giving.
record WhatComesBack(Telling telling, Reciprocity given) {

    Block reciprocity() {
        long pairs = given.mutual() + given.asymmetric();
        var gate = SizeGate.of(telling.found().organisations());
        boolean shown = gate.allows(SizeGate.Kind.COUNT) && pairs > 0;
        var how = new ArrayList<>(List.of(
                telling.say("networkcheck.returned.how"),
                telling.say("networkcheck.check.method", Findings.METHOD_VERSION)));
        if (shown && gate.allows(SizeGate.Kind.INDEX)) {
            how.add(telling.say(
                    "networkcheck.returned.index",
                    telling.number(given.ofArcs(), 2),
                    telling.number(given.corrected(), 2),
                    telling.number(given.weighted(), 2)));
        }
        return new Block(
                        "reciprocity",
                        telling.say("networkcheck.returned.title"),
                        pairs == 0
                                ? telling.say("networkcheck.returned.none")
                                : !shown
                                        ? telling.withheldBy(false, 5)
                                        : telling.say("networkcheck.returned.sentence", given.mutual(), pairs),
                        shown ? telling.shown(gate.ratio(SizeGate.Kind.COUNT, given.mutual(), pairs)) : null,
                        null,
                        shown ? telling.history(Tally.RETURNED) : null,
                        how,
                        List.of(telling.say("networkcheck.returned.missing")),
                        List.of(),
                        telling.enters()
                                ? List.of(new Link(
                                        telling.say("networkcheck.returned.next"), telling.base() + "/contributions"))
                                : List.of())
                .beside(shown ? new Comparing(telling).of(Tally.RETURNED) : CheckPage.Compared.NOTHING);
    }
}
