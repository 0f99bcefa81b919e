package org.wirknetz.reports;

import java.time.LocalDate;
import java.util.List;
import org.wirknetz.analysis.Reciprocity;
import org.wirknetz.equality.Release;
import org.wirknetz.networkcheck.Chronicle;
import org.wirknetz.networkcheck.Findings;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.networkcheck.Work;
import org.wirknetz.networkcheck.alarms.Alarms;

/// All that a report is made from, for the office alone: what may leave it, the chapters decide.
///
/// @param day the last of the half-year, or today while it lasts
/// @param releases figures on equality that were published for a day of the half-year, already protected
record Material(
        HalfYear period,
        LocalDate day,
        Chronicle chronicle,
        Findings found,
        Findings without,
        Work work,
        Reciprocity reciprocity,
        Alarms.Report alarms,
        List<Release> releases,
        Done done) {

    int organisations() {
        return found.organisations();
    }

    /// Members without any tie on the day: of them nothing is known.
    Count untied() {
        return new Count(found.untied().size(), organisations());
    }
}
