package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.check.Stays;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// How long members stay, those still there among them (M5).
record HowLongTheyStay(Telling telling, Stays stays) {

    private static final int YEAR = 12;
    private static final int YEARS = 5;
    private static final int HUNDRED = 100;

    Block tenure() {
        var gate = SizeGate.of(telling.found().organisations());
        var median = stays.tenure().median();
        boolean counted = gate.allows(SizeGate.Kind.COUNT) && stays.counted() > 0;
        boolean index = counted && gate.allows(SizeGate.Kind.INDEX);
        var ended = telling.say("networkcheck.tenure.ended", stays.ended(), stays.counted());
        String sentence;
        if (stays.counted() == 0) sentence = telling.say("networkcheck.tenure.undated");
        else if (!counted) sentence = telling.withheldBy(false, 5);
        else if (!index) sentence = ended;
        else if (median.isEmpty()) sentence = telling.say("networkcheck.tenure.most-stay", ended);
        else sentence = telling.say("networkcheck.tenure.median", Math.round(median.getAsDouble()), ended);
        return new Block(
                "tenure",
                telling.say("networkcheck.tenure.title"),
                sentence,
                index && median.isPresent()
                        ? telling.say("networkcheck.tenure.months", Math.round(median.getAsDouble()))
                        : counted ? telling.say("networkcheck.of", stays.ended(), stays.counted()) : null,
                null,
                null,
                List.of(
                        telling.say("networkcheck.tenure.how"),
                        telling.say("networkcheck.check.method", Findings.METHOD_VERSION)),
                stays.undated() == 0
                        ? List.of()
                        : List.of(telling.say(
                                "networkcheck.tenure.missing", stays.undated(), stays.counted() + stays.undated())),
                index ? years() : List.of(),
                List.of());
    }

    /// The share expected to stay longer than so many years, as far as anybody has been watched.
    private List<Row> years() {
        var rows = new ArrayList<Row>();
        for (int year = 1; year <= YEARS && year * YEAR <= stays.longest(); year++) {
            var remaining = stays.tenure().remaining(year * (double) YEAR);
            rows.add(new Row(
                    telling.say("networkcheck.tenure.after", year),
                    telling.say("networkcheck.tenure.remaining", Math.round(HUNDRED * remaining.orElse(1))),
                    null));
        }
        return rows;
    }
}
