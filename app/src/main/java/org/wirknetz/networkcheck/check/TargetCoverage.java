package org.wirknetz.networkcheck.check;

import java.util.List;
import org.wirknetz.analysis.Completeness;
import org.wirknetz.networkcheck.check.CheckResult.Coverage;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.platform.tables.Folded;
import org.wirknetz.platform.tables.OrganisationRow;
import org.wirknetz.platform.tables.TargetRow;

/// How much of the constellation that the network wants is there (M1). The network decides what it wants; here it is
/// only counted.
final class TargetCoverage {
    private final List<Coverage> coverage;
    private final Boundary boundary;
    private final Measuring measuring;
    private final CheckWords words;

    TargetCoverage(List<Coverage> coverage, Boundary boundary, Measuring measuring, CheckWords words) {
        this.coverage = coverage;
        this.boundary = boundary;
        this.measuring = measuring;
        this.words = words;
    }

    /// As far as tables tell: by the words for group and area. Of umbrellas and districts the rooms alone know.
    static List<Coverage> of(List<TargetRow> targets, Boundary boundary) {
        return targets.stream()
                .filter(it -> it.minimum() > 0)
                .map(it -> new Coverage(
                        it.group(), it.area(), it.weight().doubleValue(), it.minimum(), present(it, boundary)))
                .toList();
    }

    List<Coverage> coverage() {
        return coverage;
    }

    Measure measure() {
        if (coverage.isEmpty()) {
            return measuring.withheld(MeasureId.COMPLETENESS, Withheld.NO_DATA, null, "targets");
        }
        var completeness = Completeness.of(coverage.stream()
                .map(it -> new Completeness.Target(
                        it.group(), it.weight(), it.required(), it.present().size()))
                .toList());
        long without = boundary.members().values().stream()
                .filter(it -> it.groups().isEmpty())
                .count();
        if (completeness.wanted() == 0) {
            return measuring.withheld(MeasureId.COMPLETENESS, Withheld.UNDEFINED, null, "targets");
        }
        return measuring
                .ratio(
                        MeasureId.COMPLETENESS,
                        completeness.achieved(),
                        completeness.wanted(),
                        boundary.size() == 0 ? null : (Double) (without / (double) boundary.size()),
                        "organisations",
                        "targets")
                .showing(words.say("check.roles", words.number(completeness.met()), words.number(coverage.size())));
    }

    private static List<String> present(TargetRow target, Boundary boundary) {
        var group = Folded.words(target.group());
        var area = Folded.words(target.area());
        return boundary.members().values().stream()
                .filter(it ->
                        it.groups().stream().anyMatch(had -> Folded.words(had).equals(group)))
                .filter(it -> area.isEmpty() || Folded.words(it.area()).equals(area))
                .map(OrganisationRow::key)
                .toList();
    }
}
