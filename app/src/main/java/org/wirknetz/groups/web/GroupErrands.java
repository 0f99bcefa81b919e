package org.wirknetz.groups.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.groups.GroupsPermissions;

/// What the page Heute says of groups to the office and to those who lead them: terms that end, groups without a lead,
/// groups that have fallen silent. One line a group.
@Component
class GroupErrands implements Errands {

    private static final int MOST = 3;

    private final JdbcClient db;
    private final GroupsPermissions may;
    private final GroupsDesk desk;

    GroupErrands(JdbcClient db, GroupsPermissions may, GroupsDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    /// @param kind `term`, `lead` or `quiet`
    /// @param day last day of the term, founding, or last meeting
    /// @param urgency days until it is too late
    private record Due(String kind, UUID id, String name, LocalDate day, int urgency) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.see(visitor)) return List.of();
        return due(visitor).stream().map(it -> errand(visitor, it)).toList();
    }

    private Errand errand(Visitor visitor, Due due) {
        long days = Math.abs(ChronoUnit.DAYS.between(desk.today(), due.day()));
        var key = "groups.today." + due.kind() + (due.kind().equals("term") && due.urgency() < 0 ? ".over" : "");
        return new Errand(
                due.urgency(),
                desk.say(key, due.name(), desk.date(due.day()), days),
                desk.say("groups.today." + due.kind() + ".why"),
                desk.say("groups.today." + due.kind() + ".do"),
                visitor.base() + "/groups/" + due.id() + (due.kind().equals("lead") ? "#members" : ""));
    }

    /// A term counts thirty days ahead. What is merely missing is due in a fortnight, so that it crowds nothing out.
    private List<Due> due(Visitor visitor) {
        return db
                .sql("""
                        with mine as (
                            select b.id, b.name, b.term_to, b.founded_on, c.lead, coalesce(2 * b.rhythm_days, 180) as patience,
                                   (select max((m.starts_at at time zone 'Europe/Berlin')::date) from meetings.meeting_card m
                                     where m.network = b.network and m.group_id = b.id and m.state = 'INVITED') as met
                              from groups.body b
                              join groups.group_card c on c.network = b.network and c.id = b.id
                             where b.closed_on is null and (:office or b.id in (select groups.led())))
                        select distinct on (id) kind, id, name, day, urgency
                          from (select 'term' as kind, id, name, term_to - 1 as day, term_to - 1 - cast(:today as date) as urgency
                                  from mine where term_to - 1 <= cast(:today as date) + 30
                                union all
                                select 'lead', id, name, founded_on, 14 from mine where lead is null
                                union all
                                select 'quiet', id, name, coalesce(met, founded_on), 14
                                  from mine where coalesce(met, founded_on) + patience < :today) found
                         order by id, urgency, kind
                        """)
                .param("today", desk.today())
                .param("office", visitor.isOffice())
                .query(Due.class)
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingInt(Due::urgency).thenComparing(Due::name))
                .limit(MOST)
                .toList();
    }
}
