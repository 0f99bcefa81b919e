package org.wirknetz.networkcheck.check;

import java.util.List;
import java.util.Set;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.TieStability;
import org.wirknetz.analysis.Turnover;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.networkcheck.check.CheckResult.Pair;

/// What the rooms know better than tables: who came and left, which ties stayed, and who knows whom from groups and
/// meetings (docs/decisions/0193, 0252).
///
/// @param levelled contacts of people whose level is known on both sides
/// @param carrying contacts between organisations of which a tie is known
/// @param withoutLevel share of the people of whom nobody has said the level
/// @param confirmed pairs of which both sides stand by a tie, by key
/// @param coverage who counts for which role of the target constellation
public record Worked(
        Turnover turnover,
        TieStability ties,
        PersonalContacts levelled,
        PersonalContacts carrying,
        double withoutLevel,
        Set<Pair> confirmed,
        List<Coverage> coverage) {

    List<Measure> measures(Measuring measuring, long pairs) {
        return List.of(
                turnover.start() == 0
                        ? measuring.withheld(MeasureId.TURNOVER, Withheld.NO_DATES, null, "organisations")
                        : measuring.ratio(
                                MeasureId.TURNOVER,
                                turnover.entries() + turnover.exits(),
                                2 * turnover.meanStock(),
                                null,
                                "organisations"),
                turnover.start() == 0
                        ? measuring.withheld(MeasureId.TIE_STABILITY, Withheld.NO_DATES, null, "ties")
                        : measuring.ratio(
                                MeasureId.TIE_STABILITY,
                                ties.kept(),
                                ties.kept() + ties.lost() + ties.gained(),
                                null,
                                "organisations",
                                "ties"),
                levelled.pairs() == 0
                        ? measuring.withheld(MeasureId.OPERATIVE_REACH, Withheld.NO_DATA, null, "people")
                        : measuring.ratio(
                                MeasureId.OPERATIVE_REACH,
                                levelled.operativePairs(),
                                levelled.pairs(),
                                withoutLevel,
                                "people"),
                carrying.pairs() == 0
                        ? measuring.withheld(MeasureId.SINGLE_THREAD_TIES, Withheld.NO_DATA, null, "people", "ties")
                        : measuring.ratio(
                                MeasureId.SINGLE_THREAD_TIES,
                                carrying.singleThread().size(),
                                carrying.pairs(),
                                pairs == 0 ? null : (pairs - carrying.pairs()) / (double) pairs,
                                "people",
                                "ties"));
    }
}
