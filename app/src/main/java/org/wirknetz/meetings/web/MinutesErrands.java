package org.wirknetz.meetings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.meetings.MeetingsPermissions;

/// What the page Heute says of minutes: to whoever runs a meeting what is to be written, answered or approved, to those
/// who were there what lies before them.
@Component
class MinutesErrands implements Errands {

    private static final int MOST = 2;

    private final JdbcClient db;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;

    MinutesErrands(JdbcClient db, MeetingsPermissions may, MeetingsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    /// @param kind `write`, `wishes`, `approve` or `read`
    /// @param day of the meeting
    private record Due(String kind, UUID id, String title, LocalDate day, int urgency) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.see(visitor)) return List.of();
        return due(visitor).stream()
                .map(it -> new Errand(
                        it.urgency(),
                        desk.say("meetings.today." + it.kind(), it.title(), desk.date(it.day())),
                        desk.say("meetings.today." + it.kind() + ".why"),
                        desk.say("meetings.today." + it.kind() + ".do"),
                        MeetingsDesk.path(visitor, it.id()) + "/minutes"))
                .toList();
    }

    /// Minutes are wanted within a week, and lie before people for a fortnight. Older than a month, what was not
    /// written
    /// no
    /// longer comes up.
    private List<Due> due(Visitor visitor) {
        return db.sql("""
                        with held as (
                            select m.id, m.title, (m.starts_at at time zone 'Europe/Berlin')::date as day, n.state, n.proposed_on,
                                   :office or coalesce(m.group_id = any ((select meetings.own_groups(true))::uuid[]), false) as runs,
                                   n.state = 'PROPOSED' and exists (select from meetings.amendment a
                                     where a.network = m.network and a.meeting = m.id and a.state = 'OPEN') as wishes
                              from meetings.meeting m
                              left join meetings.minutes n on n.network = m.network and n.meeting = m.id
                             where m.network = platform.network() and m.state = 'INVITED' and m.kind <> 'TALK'
                               and m.ends_at between cast(:now as timestamptz) - interval '30 days' and :now),
                        due as (
                            select 'write' as kind, id, title, day, day + 7 - cast(:today as date) as urgency
                              from held where runs and coalesce(state, 'DRAFT') = 'DRAFT'
                            union all
                            select 'wishes', id, title, day, 0 from held where runs and wishes
                            union all
                            select 'approve', id, title, day, 1 from held
                             where runs and state = 'PROPOSED' and not wishes and proposed_on <= cast(:today as date) - 14
                            union all
                            select 'read', id, title, day, proposed_on + 14 - cast(:today as date) from held
                             where not runs and state = 'PROPOSED' and proposed_on > cast(:today as date) - 14 and meetings.was_there(id))
                        select * from due order by urgency, day, id limit :most
                        """)
                .param("now", java.sql.Timestamp.from(desk.now()))
                .param("today", desk.today())
                .param("office", visitor.isOffice())
                .param("most", MOST)
                .query(Due.class)
                .list();
    }
}
