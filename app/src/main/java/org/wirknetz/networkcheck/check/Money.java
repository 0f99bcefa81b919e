package org.wirknetz.networkcheck.check;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wirknetz.analysis.Funding;
import org.wirknetz.analysis.Inequality;
import org.wirknetz.networkcheck.check.CheckResult.Measure;
import org.wirknetz.platform.tables.FundingRow;

/// What the network lives on and how long (M6), from the sources that run on the day. Amounts are not weighed by
/// probability.
final class Money {
    private final List<FundingRow> rows;
    private final LocalDate asOf;
    private final Measuring measuring;

    Money(List<FundingRow> rows, LocalDate asOf, Measuring measuring) {
        this.rows = rows.stream().filter(it -> it.period().holds(asOf)).toList();
        this.asOf = asOf;
        this.measuring = measuring;
    }

    List<Measure> measures() {
        if (rows.isEmpty()) {
            return List.of(
                    measuring.withheld(MeasureId.PUBLIC_SHARE, Withheld.NO_DATA, null, "funding"),
                    measuring.withheld(MeasureId.SHORT_PUBLIC_SHARE, Withheld.NO_DATA, null, "funding"),
                    measuring.withheld(MeasureId.FUNDING_HHI, Withheld.NO_DATA, null, "funding"));
        }
        var funding = funding();
        return List.of(
                measuring.ratio(MeasureId.PUBLIC_SHARE, funding.publicTotal(), funding.total(), null, "funding"),
                measuring.ratio(
                        MeasureId.SHORT_PUBLIC_SHARE, funding.shortPublicTotal(), funding.total(), null, "funding"),
                measuring.value(MeasureId.FUNDING_HHI, bySource().concentration(), null, "funding"));
    }

    Funding funding() {
        return Funding.of(
                rows.stream()
                        .map(it -> new Funding.Source(
                                it.source(),
                                it.amount().doubleValue(),
                                it.isPublic(),
                                it.period().to()))
                        .toList(),
                asOf);
    }

    // Two grants of one ministry are one source.
    SortedMap<String, Double> sums() {
        var sums = new TreeMap<String, Double>();
        rows.forEach(it -> sums.merge(it.source(), it.amount().doubleValue(), Double::sum));
        return sums;
    }

    private Inequality bySource() {
        return Inequality.of(
                sums().values().stream().mapToDouble(Double::doubleValue).toArray());
    }
}
