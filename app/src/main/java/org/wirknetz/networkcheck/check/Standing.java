package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.platform.tables.NetworkTables;

/// How evenly the chances to influence are spread (M2): activities such as agenda items, speaker slots, leads.
/// A member without any counts as 0.
final class Standing {
    private final Map<String, Double> activities = new TreeMap<>();
    private final boolean any;
    private final Measuring measuring;

    Standing(NetworkTables tables, Boundary boundary, LocalDate asOf, Measuring measuring) {
        this.measuring = measuring;
        boundary.members().keySet().forEach(it -> activities.put(it, 0.0));
        tables.activities().stream()
                .filter(it -> boundary.has(it.organisation()) && !it.isAttendance())
                .filter(it -> it.date() == null || !it.date().isAfter(asOf))
                .forEach(it -> activities.merge(it.organisation(), it.count().doubleValue(), Double::sum));
        any = activities.values().stream().anyMatch(it -> it > 0);
    }

    List<Measure> measures() {
        if (!any) {
            return List.of(
                    measuring.withheld(MeasureId.GINI, Withheld.NO_DATA, null, "activities"),
                    measuring.withheld(MeasureId.EVENNESS, Withheld.NO_DATA, null, "activities"));
        }
        var spread = Inequality.of(
                activities.values().stream().mapToDouble(Double::doubleValue).toArray());
        return List.of(
                measuring.value(MeasureId.GINI, spread.correctedGini(), null, "organisations", "activities"),
                measuring.value(MeasureId.EVENNESS, spread.evenness(), null, "organisations", "activities"));
    }

    /// Activities of each member, for the sentence that names who brought how much.
    Map<String, Double> activities() {
        return any ? activities : Map.of();
    }
}
