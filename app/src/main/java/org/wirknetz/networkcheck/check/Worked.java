package org.wirknetz.networkcheck.check;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirknetz.analysis.PersonalContacts;
import org.wirknetz.analysis.TieStability;
import org.wirknetz.analysis.Turnover;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.networkcheck.check.CheckResult.Pair;

/// What the rooms know better than tables: who came and left, which ties stayed, and who knows whom from groups and
/// meetings (docs/decisions/0193, 0252).
///
/// @param stays how long members have stayed
/// @param levelled contacts of people whose level is known on both sides
/// @param carrying contacts between organisations of which a tie is known
/// @param told what no table tells, as far as the reader may know it
/// @param withoutLevel share of the people of whom nobody has said the level
/// @param confirmed pairs of which both sides stand by a tie, by key
/// @param coverage who counts for which role of the target constellation
public record Worked(
        Turnover turnover,
        TieStability ties,
        Stays stays,
        PersonalContacts levelled,
        PersonalContacts carrying,
        double withoutLevel,
        List<Told> told,
        Set<Pair> confirmed,
        List<Coverage> coverage) {

    /// @param part null where the value is no part of a whole
    public record Told(
            MeasureId id, OptionalDouble value, @Nullable Double part, double whole, String basis) {

        public static Told share(MeasureId id, double part, double whole, String basis) {
            return new Told(id, OptionalDouble.empty(), part, whole, basis);
        }

        public static Told value(MeasureId id, OptionalDouble value, String basis) {
            return new Told(id, value, null, 0, basis);
        }

        private Measure measure(Measuring measuring) {
            return part == null
                    ? measuring.value(id, value, null, basis)
                    : measuring.ratio(id, part, whole, null, basis);
        }
    }

    public Worked {
        told = List.copyOf(told);
    }

    List<Measure> measures(Measuring measuring, long pairs) {
        var measures = new ArrayList<>(ofWork(measuring, pairs));
        told.forEach(it -> measures.add(it.measure(measuring)));
        return measures;
    }

    private List<Measure> ofWork(Measuring measuring, long pairs) {
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
