package org.wirknetz.journal.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.journal.Call;
import org.wirknetz.journal.CallList;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.platform.web.Desk;

/// What the page Heute says of the journal, to the office: what is due, and the five to call with the reason for each.
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
        return List.copyOf(errands);
    }

    @Override
    public Optional<Talks> talks(Visitor visitor) {
        if (!may.keep(visitor)) return Optional.empty();
        var pressing = calls.on(desk.today()).stream()
                .limit(CallsController.TODAY)
                .map(it -> talk(visitor, it))
                .toList();
        return pressing.isEmpty()
                ? Optional.empty()
                : Optional.of(new Talks(
                        desk.say("journal.today.calls", pressing.size()),
                        pressing,
                        desk.say("journal.note"),
                        desk.say("journal.today.calls.do"),
                        visitor.base() + "/journal/calls"));
    }

    private Talk talk(Visitor visitor, Call call) {
        var phone = call.phone();
        return new Talk(
                call.who(),
                call.dialled(),
                phone == null ? "" : phone,
                String.join(" ", words.reasons(call)),
                visitor.base() + "/journal?with=" + URLEncoder.encode(call.name(), StandardCharsets.UTF_8) + "#note");
    }
}
