package org.wirknetz.networkcheck.web;

import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Rule;

/// What the page Heute says of alarms to the office: the first two, one for each rule, and nothing that another room
/// says there already.
@Component
class CheckErrands implements Errands {

    private static final int MOST = 2;
    private static final int MONTH = 30;

    private final Alarms alarms;
    private final JdbcClient db;
    private final NetworkcheckPermissions may;
    private final CheckDesk desk;

    CheckErrands(Alarms alarms, JdbcClient db, NetworkcheckPermissions may, CheckDesk desk) {
        this.alarms = alarms;
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.seeRisks(visitor)) return List.of();
        var report = alarms.inPassing(desk.today());
        if (report.isEmpty()) return List.of();
        var told = EnumSet.noneOf(Rule.class);
        var first = report.get().open().stream()
                .filter(it -> it.rule().isForToday() && told.add(it.rule()))
                .limit(MOST)
                .toList();
        if (first.isEmpty()) return List.of();
        var telling = AlarmTelling.of(desk, report.get().chronicle(), db, first);
        return first.stream().map(it -> errand(telling, it, visitor.base())).toList();
    }

    private Errand errand(AlarmTelling telling, Alarm alarm, String base) {
        return new Errand(
                urgency(alarm),
                telling.sentence(alarm),
                telling.off(alarm),
                desk.say("networkcheck.alarms.open"),
                base + "/check/alarms");
    }

    /// A group that has been closing itself off without an answer is as late as the days since then.
    private int urgency(Alarm alarm) {
        var raised = alarm.raised();
        return raised == null ? MONTH : (int) ChronoUnit.DAYS.between(desk.today(), raised);
    }
}
