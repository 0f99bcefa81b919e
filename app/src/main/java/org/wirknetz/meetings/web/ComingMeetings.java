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
                        with soon as materialized (
                            select m.id, m.title, m.starts_at at time zone 'Europe/Berlin' as starts
                              from meetings.meeting m
                             where m.network = platform.network() and m.state = 'INVITED'
                               and m.starts_at >= cast(:today as date)::timestamp at time zone 'Europe/Berlin'
                               and m.starts_at < (cast(:today as date) + 8)::timestamp at time zone 'Europe/Berlin'
                             order by m.starts_at, m.id limit :shown)
                        select s.id, s.title, s.starts::date as day, to_char(s.starts, 'HH24:MI') as time, i.asked, i.coming
                          from soon s
                         cross join lateral (
                               select count(*) as asked, count(*) filter (where i.answer = 'YES' and i.waiting_since is null) as coming
                                 from meetings.invitation i where i.network = platform.network() and i.meeting = s.id) i
                         order by s.starts, s.id
                        """).param("today", desk.today()).param("shown", SHOWN).query(Soon.class).list().stream()
                .map(it -> new Coming(
                        it.day(),
                        desk.say("meetings.today.coming", it.time(), it.title(), it.coming(), it.asked()),
                        MeetingsDesk.path(visitor, it.id())))
                .toList();
    }
}
