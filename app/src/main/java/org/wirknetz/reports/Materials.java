package org.wirknetz.reports;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.equality.Release;
import org.wirknetz.networkcheck.Checks;
import org.wirknetz.networkcheck.Chronicles;
import org.wirknetz.networkcheck.Contributed;
import org.wirknetz.networkcheck.HalfYear;
import org.wirknetz.networkcheck.Works;
import org.wirknetz.networkcheck.alarms.Alarms;

/// Gathers what a report is made from, of the network in scope.
@Component
class Materials {

    private final JdbcClient db;
    private final Chronicles chronicles;
    private final Checks checks;
    private final Works works;
    private final Contributed contributed;
    private final Alarms alarms;

    Materials(
            JdbcClient db, Chronicles chronicles, Checks checks, Works works, Contributed contributed, Alarms alarms) {
        this.db = db;
        this.chronicles = chronicles;
        this.checks = checks;
        this.works = works;
        this.contributed = contributed;
        this.alarms = alarms;
    }

    Material of(HalfYear period, LocalDate day) {
        var chronicle = chronicles.current();
        var found = checks.of(chronicle, day, true);
        return new Material(
                period,
                day,
                chronicle,
                found,
                checks.of(chronicle, day, false),
                works.current(),
                contributed.reciprocity(day, found.snapshot()),
                alarms.on(day),
                Release.all(db).stream()
                        .filter(it -> !it.reportingOn().isBefore(period.from())
                                && it.reportingOn().isBefore(period.to()))
                        .map(it -> Release.of(db, it.id()))
                        .toList(),
                Done.of(db, period.from(), day));
    }
}
