package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.tasks.Handover;
import org.wirknetz.tasks.TaskPermissions;

/// All that lies open with a person, and giving it to another.
@Controller
public class HandoverController {

    private static final int MOST = 1000;

    private final JdbcClient db;
    private final Handover handover;
    private final TaskPermissions may;
    private final TaskChoices choices;
    private final TasksDesk desk;
    private final Redirects redirects;

    HandoverController(
            JdbcClient db,
            Handover handover,
            TaskPermissions may,
            TaskChoices choices,
            TasksDesk desk,
            Redirects redirects) {
        this.db = db;
        this.handover = handover;
        this.may = may;
        this.choices = choices;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param kind `task`, `promise` or `decision`
    public record Line(
            UUID id,
            String kind,
            String title,
            java.time.@Nullable LocalDate dueOn,
            @Nullable String organisation) {}

    @GetMapping("/w/{network}/tasks/handover")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.handOver(visitor));
        var from = new Typed(given).id("from");
        var title = desk.say("tasks.handover.title");
        var model = new HashMap<String, Object>();
        model.put("from", choices.people(desk.say("tasks.nobody-yet"), from));
        model.put("to", choices.people(desk.say("tasks.nobody-yet"), null));
        model.put("lines", from == null ? List.of() : lines(from));
        model.put("person", from == null ? "" : name(from));
        model.put("id", from == null ? "" : from.toString());
        return desk.page("handover", title, List.of(desk.tasks(visitor), TasksDesk.here(title)), model);
    }

    private List<Line> lines(UUID person) {
        return db.sql("""
                        select t.id, case when t.promised_to is not null or t.promised_person is not null then 'promise' else 'task' end as kind,
                               t.title, t.due_on, o.name as organisation
                          from tasks.task t
                          left join directory.organisation_card o on o.network = t.network and o.id = t.owner_organisation
                         where t.network = platform.network() and t.owner_person = :person and t.done_on is null and t.dropped_on is null
                        union all
                        select d.id, 'decision', d.title, d.due_on, o.name
                          from tasks.decision d
                          join tasks.decision_card c on c.network = d.network and c.id = d.id
                          left join directory.organisation_card o on o.network = d.network and o.id = d.owner_organisation
                         where d.network = platform.network() and d.owner_person = :person and c.state in ('OPEN', 'STANDING')
                         order by kind desc, due_on nulls last, title, id limit :most
                        """)
                .param("person", person)
                .param("most", MOST)
                .query(Line.class)
                .list();
    }

    private String name(UUID person) {
        return db.sql("select name from directory.person_card where network = platform.network() and id = ?")
                .param(person)
                .query(String.class)
                .optional()
                .orElseThrow(NotFound::new);
    }

    @PostMapping("/w/{network}/tasks/handover")
    String give(
            Visitor visitor,
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "") List<UUID> task,
            @RequestParam(defaultValue = "") List<UUID> decision,
            HttpServletRequest request) {
        Forbidden.unless(may.handOver(visitor));
        var typed = new Typed(given);
        var from = typed.id("from");
        var to = typed.id("to");
        if (from == null || to == null || task.size() + decision.size() > MOST)
            throw new Refused("tasks.handover.choose");
        int count = handover.give(task, decision, from, to, choices.organisationOf(to), typed.text("reason"));
        return redirects.done(
                request, visitor.base() + "/tasks/handover?from=" + from, "tasks.handover.done", count, name(to));
    }
}
