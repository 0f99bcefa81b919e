package org.wirknetz.networkcheck.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.networkcheck.Member;
import org.wirknetz.networkcheck.Raised;
import org.wirknetz.networkcheck.alarms.Alarm;
import org.wirknetz.networkcheck.alarms.Alarms;
import org.wirknetz.networkcheck.alarms.Rule;
import org.wirknetz.networkcheck.alarms.Silenced;
import org.wirknetz.networkcheck.check.CheckResult;
import org.wirknetz.networkcheck.check.CheckResult.Signal;

/// The alarms in the files and the API: with the same words as on the page, for the office alone.
@Component
class RaisedSignals implements Raised {

    /// The check says these of its own: give and take (F1) pair by pair, gaps (M1) role by role, money (M6).
    private static final Set<Rule> SAID = EnumSet.of(Rule.ONE_SIDEDNESS, Rule.MISSING_ROLE, Rule.FUNDING);

    private final Alarms alarms;
    private final JdbcClient db;
    private final CheckDesk desk;

    RaisedSignals(Alarms alarms, JdbcClient db, CheckDesk desk) {
        this.alarms = alarms;
        this.db = db;
        this.desk = desk;
    }

    @Override
    public CheckResult with(CheckResult check, LocalDate day) {
        if (!db.sql("select access.is_office()").query(Boolean.class).single()) return check;
        var report = alarms.on(day);
        var silenced = new Silenced(report, check);
        var said = new ArrayList<>(
                check.signals().stream().filter(it -> !silenced.is(it)).toList());
        said.addAll(raised(report));
        return check.saying(said);
    }

    private List<Signal> raised(Alarms.Report report) {
        var open =
                report.open().stream().filter(it -> !SAID.contains(it.rule())).toList();
        var telling = AlarmTelling.of(desk, report.chronicle(), db, open);
        var members = report.chronicle().byId();
        return open.stream()
                .map(it -> telling.signal(
                        it,
                        subject(
                                it,
                                members.values().stream()
                                        .filter(member -> it.about().contains(member.id()))
                                        .map(Member::key)
                                        .sorted()
                                        .toList())))
                .toList();
    }

    /// Keys of organisations; the record's own id where it is about a person or a group.
    private static List<String> subject(Alarm alarm, List<String> organisations) {
        return switch (alarm.rule()) {
            case FISSION, NEUTRALITY, SILENT_PARTNER, ONE_SIDEDNESS -> organisations;
            case KEY_PERSON, LEADERSHIP_ONLY, RESPONSIBILITY ->
                List.of(UUID.fromString(alarm.subject()).toString());
            case FLUCTUATION, FUNDING, MISSING_ROLE -> List.of(alarm.subject());
        };
    }
}
