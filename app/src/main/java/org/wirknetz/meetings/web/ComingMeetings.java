package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.meetings.MeetingsPermissions;

/// What the page Heute says of the meetings of the week that concern the visitor: how many of those asked come.
@Component
class ComingMeetings implements Errands {

    private static final int SHOWN = 5;

    private final JdbcClient db;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;

    ComingMeetings(JdbcClient db, MeetingsPermissions may, MeetingsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    @Override
    public List<Errand> of(Visitor visitor) {
        return List.of();
    }

    private record Soon(UUID id, String title, LocalDate day, String time, int asked, int coming) {}

    @Override
    public List<Coming> coming(Visitor visitor) {
        if (!may.see(visitor)) return List.of();
        return db.sql("""
                        select m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::date as day,
                               to_char(m.starts_at at time zone 'Europe/Berlin', 'HH24:MI') as time,
                               count(i.id) as asked, count(i.id) filter (where i.answer = 'YES' and i.waiting_since is null) as coming
                          from meetings.meeting m
                          left join meetings.invitation i on i.network = m.network and i.meeting = m.id
                         where m.network = platform.network() and m.state = 'INVITED'
                           and (m.starts_at at time zone 'Europe/Berlin')::date between :today and cast(:today as date) + 7
                         group by m.id, m.title, m.starts_at order by m.starts_at, m.id limit :shown
                        """).param("today", desk.today()).param("shown", SHOWN).query(Soon.class).list().stream()
                .map(it -> new Coming(
                        it.day(),
                        desk.say("meetings.today.coming", it.time(), it.title(), it.coming(), it.asked()),
                        MeetingsDesk.path(visitor, it.id())))
                .toList();
    }
}
