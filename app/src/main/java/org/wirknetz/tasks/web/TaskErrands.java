package org.wirknetz.tasks.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Errands;
import org.wirknetz.tasks.TaskPermissions;

/// What the page Heute says of tasks: those that lie with the visitor and are due within a week or late.
@Component
class TaskErrands implements Errands {

    private final JdbcClient db;
    private final TaskPermissions may;
    private final TasksDesk desk;

    TaskErrands(JdbcClient db, TaskPermissions may, TasksDesk desk) {
        this.db = db;
        this.may = may;
        this.desk = desk;
    }

    private record Due(UUID id, String title, LocalDate due, boolean promise, String promised, boolean person) {}

    @Override
    public List<Errand> of(Visitor visitor) {
        if (!may.readTasks(visitor)) return List.of();
        return due().stream().map(it -> errand(visitor, it)).toList();
    }

    private Errand errand(Visitor visitor, Due due) {
        int left = (int) ChronoUnit.DAYS.between(desk.today(), due.due());
        var kind = due.promise() ? "promise" : "task";
        return new Errand(
                left,
                desk.say(
                        "tasks.today." + kind + (left < 0 ? ".late" : ""),
                        due.title(),
                        desk.date(due.due()),
                        Math.abs(left),
                        due.promised()),
                desk.say(due.person() ? "tasks.today.why.person" : "tasks.today.why.organisation"),
                desk.say("tasks.today.do"),
                visitor.base() + "/tasks/" + due.id());
    }

    /// With the visitor in person, or with nobody in particular of the organisation or the office.
    private List<Due> due() {
        return db.sql("""
                        select t.id, t.title, t.due_on as due, t.promised_to is not null or t.promised_person is not null as promise,
                               concat_ws(', ', p.name, o.name) as promised, t.owner_person is not null as person
                          from tasks.task t
                          left join directory.organisation_card o on o.network = t.network and o.id = t.promised_to
                          left join directory.person_card p on p.network = t.network and p.id = t.promised_person
                         where t.network = platform.network() and t.done_on is null and t.dropped_on is null
                           and t.due_on <= cast(:today as date) + 7
                           and (t.owner_person in (select tasks.my_people())
                                or (t.owner_person is null
                                    and (t.owner_organisation in (select tasks.own_organisations())
                                         or (t.owner_organisation is null and access.is_office()))))
                         order by t.due_on, t.id limit 3
                        """).param("today", desk.today()).query(Due.class).list();
    }
}
