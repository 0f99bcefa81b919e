package org.wirknetz.networkcheck.web;

import java.util.ArrayList;
import java.util.List;
import org.wirknetz.analysis.SizeGate;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.Fluctuation;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.course.Tally;
import org.wirknetz.networkcheck.web.CheckPage.Block;
import org.wirknetz.networkcheck.web.CheckPage.Row;

/// Who came and left, and which ties stayed (M5).
record HowItChanges(Telling telling, Fluctuation found) {

    private static final int MOST_ROWS = 40;

    Block fluctuation() {
        int came = found.came().size();
        int left = found.left().size();
        var ties = found.ties();
        boolean some = found.turnover().start() > 0;
        var rows = new ArrayList<Row>();
        found.came().stream().limit(MOST_ROWS).forEach(it -> rows.add(row(it, "came")));
        found.left().stream().limit(MOST_ROWS).forEach(it -> rows.add(row(it, "left")));
        var how = new ArrayList<>(List.of(
                telling.say("networkcheck.fluctuation.how"),
                telling.say("networkcheck.check.method", Findings.METHOD_VERSION)));
        if (telling.found().gate().allows(SizeGate.Kind.INDEX) && some) {
            how.add(telling.say(
                    "networkcheck.fluctuation.index",
                    telling.number(found.turnover().rate(), 2),
                    telling.number(ties.jaccard(), 2)));
        }
        return new Block(
                        "fluctuation",
                        telling.say("networkcheck.fluctuation.title"),
                        !some
                                ? telling.say(
                                        "networkcheck.fluctuation.young",
                                        telling.desk().date(found.since()))
                                : telling.say(
                                        "networkcheck.fluctuation.sentence",
                                        came,
                                        left,
                                        telling.desk().date(found.since()),
                                        ties.kept(),
                                        ties.before()),
                        some ? telling.say("networkcheck.fluctuation.value", came, left) : null,
                        some && ties.before() > 0
                                ? telling.say(
                                        "networkcheck.fluctuation.ties", ties.kept(), ties.before(), ties.gained())
                                : null,
                        some ? telling.history(Tally.LEFT) : null,
                        how,
                        List.of(telling.say("networkcheck.fluctuation.missing")),
                        rows,
                        List.of())
                .beside(some ? new Comparing(telling).of(Tally.LEFT) : CheckPage.Compared.NOTHING);
    }

    private Row row(Member member, String what) {
        return new Row(
                member.name(),
                telling.say("networkcheck.fluctuation." + what),
                telling.base() + "/organisations/" + member.id());
    }
}
