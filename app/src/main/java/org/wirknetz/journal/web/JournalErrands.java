package org.wirknetz.journal.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.journal.Call;
import org.wirknetz.journal.CallList;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.platform.web.Desk;

/// What the page Heute says of the journal, to the office: what is due, and the five to call.
@Component
class JournalErrands implements Errands {

    private final JdbcClient db;
    private final CallList calls;
    private final CallWords words;
    private final JournalPermissions may;
    private final Desk desk;

    JournalErrands(JdbcClient db, CallList calls, CallWords words, JournalPermissions may, Desk desk) {
        this.db = db;
        this.calls = calls;
        this.words = words;
        this.may = may;
        this.desk = desk;
    }

    private record Due(int number, @Nullable LocalDate oldest) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.keep(visitor)) return List.of();
        var today = desk.today();
        var errands = new ArrayList<Errand>();
        var due = db.sql("""
                        select count(*) as number, min(due_on) as oldest from journal.follow_up where done_on is null and due_on <= ?
                        """).param(today).query(Due.class).single();
        var oldest = due.oldest();
        if (oldest != null) {
            errands.add(new Errand(
                    (int) ChronoUnit.DAYS.between(today, oldest),
                    desk.say("journal.today.due", due.number(), desk.date(oldest)),
                    desk.say("journal.today.due.why"),
                    desk.say("journal.today.due.do"),
                    visitor.base() + "/journal/follow-ups?state=due"));
        }
        var pressing = calls.on(today);
        if (!pressing.isEmpty()) {
            var five = pressing.stream().limit(CallsController.TODAY).toList();
            var names = five.stream().map(Call::who).collect(Collectors.joining(", "));
            var reasons = five.stream()
                    .map(it -> it.name() + ": " + String.join(" ", words.reasons(it)))
                    .collect(Collectors.joining("\n"));
            errands.add(new Errand(
                    1,
                    desk.say("journal.today.calls", five.size(), names),
                    reasons + "\n" + desk.say("journal.today.calls.why"),
                    desk.say("journal.today.calls.do"),
                    visitor.base() + "/journal/calls"));
        }
        return List.copyOf(errands);
    }
}
