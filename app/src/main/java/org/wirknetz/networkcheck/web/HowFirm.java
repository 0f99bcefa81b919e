package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Anchoring;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Formality;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Link;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// What holds people to it: what is written, and how firmly it is anchored inside each partner (C11.4, C16.6).
///
/// @param quiet whether the reader may see which partner has little
record HowFirm(Telling telling, boolean quiet) {

    private static final int MOST_ROWS = 60;

    private List<String> how(String measure) {
        return List.of(
                telling.say("networkcheck." + measure + ".how"),
                telling.say("networkcheck.check.method", Findings.METHOD_VERSION));
    }

    Block formality() {
        var found = Formality.of(telling.found().snapshot());
        int written = found.both() + found.onlyWritten();
        var gate = telling.found().gate();
        boolean shown = gate.allows(SizeGate.Kind.COUNT) && found.pairs() > 0;
        return new Block(
                        "formality",
                        telling.say("networkcheck.formality.title"),
                        found.pairs() == 0
                                ? telling.say("networkcheck.words.none")
                                : !shown
                                        ? telling.withheldBy(telling.found().isTooThin(), 5)
                                        : telling.say(
                                                "networkcheck.formality.sentence",
                                                written,
                                                found.pairs(),
                                                found.onlyWritten()),
                        shown ? telling.shown(gate.ratio(SizeGate.Kind.COUNT, written, found.pairs())) : null,
                        null,
                        shown ? telling.history(Tally.FORMALITY) : null,
                        how("formality"),
                        telling.missing(),
                        !shown
                                ? List.of()
                                : List.of(
                                        row("both", found.both()),
                                        row("only-written", found.onlyWritten()),
                                        row("only-informal", found.onlyInformal())),
                        List.of(new Link(telling.say("networkcheck.formality.next"), telling.base() + "/ties/binding")))
                .beside(shown ? new Comparing(telling).of(Tally.FORMALITY) : CheckPage.Compared.NOTHING);
    }

    private Row row(String key, int pairs) {
        return new Row(
                telling.say("networkcheck.formality." + key), telling.say("networkcheck.ways.pairs", pairs), null);
    }

    Block anchoring(Anchoring found) {
        int partners = found.partners().size();
        int firm = found.firm();
        boolean shown = partners >= 4;
        var rows = new ArrayList<Row>();
        if (quiet && shown) {
            found.partners().stream()
                    .filter(it -> it.level() < Anchoring.FIRM)
                    .limit(MOST_ROWS)
                    .forEach(it -> rows.add(new Row(
                            it.member().name(),
                            next(it),
                            telling.base() + "/check/anchoring/" + it.member().id())));
        }
        return new Block(
                        "anchoring",
                        telling.say("networkcheck.anchoring.title"),
                        shown
                                ? telling.say("networkcheck.anchoring.sentence", firm, partners, found.with(0))
                                : telling.withheldBy(false, 5),
                        shown ? telling.say("networkcheck.of", firm, partners) : null,
                        null,
                        shown ? telling.history(Tally.ANCHORING) : null,
                        how("anchoring"),
                        List.of(telling.say("networkcheck.anchoring.missing")),
                        rows,
                        telling.enters()
                                ? List.of(new Link(
                                        telling.say("networkcheck.anchoring.open"),
                                        telling.base() + "/check/anchoring"))
                                : List.of())
                .beside(shown ? new Comparing(telling).of(Tally.ANCHORING) : CheckPage.Compared.NOTHING);
    }

    private String next(Anchoring.Partner partner) {
        return telling.say("networkcheck.anchoring.level", partner.level())
                + partner.next()
                        .map(it -> " "
                                + telling.say(
                                        "networkcheck.anchoring.next",
                                        telling.say("networkcheck.anchoring.step." + it)))
                        .orElse("");
    }
}
