package org.wirknetz.demo;

import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.reports.HalfYearReports;
import org.wirknetz.reports.Passages;
import org.wirknetz.reports.Place;

/// Half-year reports of one demo network, as the office froze and released them: after everything they tell of, and
/// once.
record ReportRows(DemoNetwork network, Passages passages, HalfYearReports reports) {

    void write() {
        for (var row : DataFile.rows(network.slug() + "/reports.csv")) {
            var frozen = row.day("frozen");
            var period = HalfYear.parse(row.text("half_year"), frozen);
            if (reports.all().stream().anyMatch(it -> it.halfYear().equals(period.key()))) continue;
            passages.write(period, Place.INTRODUCTION, row.text("introduction"));
            passages.write(period, Place.BOARD, row.text("board"));
            var report = reports.freeze(period, network.name(), frozen);
            if (!row.empty("released")) reports.release(report, row.day("released"));
        }
    }
}
