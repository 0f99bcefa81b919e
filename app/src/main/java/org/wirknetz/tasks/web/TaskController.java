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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.tasks.DecisionId;
import org.wirknetz.tasks.Decisions;
import org.wirknetz.tasks.TaskId;
import org.wirknetz.tasks.TaskPermissions;
import org.wirknetz.tasks.Tasks;

/// One task or promise: give it, show it, correct it, take it away.
@Controller
class TaskController {

    private final JdbcClient db;
    private final Tasks tasks;
    private final Decisions decisions;
    private final TaskPermissions may;
    private final TaskChoices choices;
    private final TasksDesk desk;
    private final Redirects redirects;

    TaskController(
            JdbcClient db,
            Tasks tasks,
            Decisions decisions,
            TaskPermissions may,
            TaskChoices choices,
            TasksDesk desk,
            Redirects redirects) {
        this.db = db;
        this.tasks = tasks;
        this.decisions = decisions;
        this.may = may;
        this.choices = choices;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/tasks/new")
    ModelAndView blank(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.decideSomewhere(visitor));
        return form(visitor, TaskForm.of(given), List.of(), null);
    }

    @PostMapping("/w/{network}/tasks")
    Object assign(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        var typed = within(TaskForm.of(given));
        Forbidden.unless(may.decide(visitor, typed.group()));
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, typed, problems, null));
        var id = tasks.assign(typed.entry(organisation(typed)));
        var back = typed.decision() == null ? "/tasks/" + id.value() : "/decisions/" + typed.decision() + "#tasks";
        return redirects.done(
                request, visitor.base() + back, typed.promise() ? "tasks.promised" : "tasks.given", typed.title());
    }

    /// A task of a decision belongs to the body and the meeting that decided.
    private TaskForm within(TaskForm typed) {
        var decision = typed.decision();
        if (decision == null || typed.group() != null) return typed;
        return new TaskForm(
                typed.version(),
                typed.promise(),
                typed.title(),
                typed.note(),
                typed.organisation(),
                typed.person(),
                typed.due(),
                decisions.require(new DecisionId(decision)).group(),
                typed.meeting(),
                decision,
                typed.initiator(),
                typed.promisedTo(),
                typed.promisedPerson(),
                typed.hours());
    }

    /// Whoever stands for one organisation only need not be asked for it.
    private @Nullable UUID organisation(TaskForm typed) {
        var person = typed.person();
        if (typed.organisation() != null || person == null) return typed.organisation();
        return choices.organisationOf(person);
    }

    @GetMapping("/w/{network}/tasks/{task}")
    ModelAndView show(Visitor visitor, @PathVariable UUID task) {
        Forbidden.unless(may.readTasks(visitor));
        var row = TaskRows.one(db, task, desk.today()).orElseThrow(NotFound::new);
        return desk.page(
                "task",
                row.title(),
                List.of(desk.tasks(visitor), TasksDesk.here(row.title())),
                Map.of("row", row, "steps", TaskSteps.of(db, task), "changes", may.decide(visitor, row.group())));
    }

    @GetMapping("/w/{network}/tasks/{task}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID task) {
        var row = changeable(visitor, task);
        return form(
                visitor,
                TaskForm.of(row, promised(task, "promised_to"), promised(task, "promised_person")),
                List.of(),
                row);
    }

    private @Nullable UUID promised(UUID task, String column) {
        return db.sql("select " + column + " from tasks.task where id = ? and " + column + " is not null")
                .param(task)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    private TaskRows.Row changeable(Visitor visitor, UUID task) {
        Forbidden.unless(may.readTasks(visitor));
        var row = TaskRows.one(db, task, desk.today()).orElseThrow(NotFound::new);
        Forbidden.unless(may.decide(visitor, row.group()));
        return row;
    }

    @PostMapping("/w/{network}/tasks/{task}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID task,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var row = changeable(visitor, task);
        var typed = TaskForm.of(given);
        Forbidden.unless(may.decide(visitor, typed.group()));
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, typed, problems, row));
        tasks.revise(new TaskId(task), typed.version(), typed.entry(organisation(typed)));
        return redirects.done(request, visitor.base() + "/tasks/" + task, "tasks.saved", typed.title());
    }

    @PostMapping("/w/{network}/tasks/{task}/removal")
    String remove(Visitor visitor, @PathVariable UUID task, HttpServletRequest request) {
        var row = changeable(visitor, task);
        tasks.remove(new TaskId(task));
        return redirects.done(request, visitor.base() + "/tasks", "tasks.removed", row.title());
    }

    private ModelAndView form(Visitor visitor, TaskForm typed, List<Problem> problems, TaskRows.@Nullable Row row) {
        var title = desk.say(row != null ? "tasks.edit" : typed.promise() ? "tasks.new-promise" : "tasks.new");
        var path = visitor.base() + "/tasks" + (row == null ? "" : "/" + row.id());
        var model = new HashMap<String, Object>();
        model.put("form", typed);
        model.put("problems", problems);
        model.put("action", path);
        model.put(
                "organisations",
                choices.owners(
                        desk.say("tasks.office"),
                        typed.organisation(),
                        typed.readableDue(),
                        typed.readableHours(),
                        row == null ? null : row.organisation()));
        model.put("people", choices.people(desk.say("tasks.nobody-yet"), typed.person()));
        model.put("groups", choices.groups(visitor, desk.say("tasks.no-group"), typed.group()));
        model.put("initiators", choices.organisations(desk.say("tasks.office"), typed.initiator()));
        model.put(
                "recipients",
                typed.promise() ? choices.organisations(desk.say("tasks.nobody"), typed.promisedTo()) : List.of());
        model.put(
                "promisedPeople",
                typed.promise() ? choices.people(desk.say("tasks.nobody"), typed.promisedPerson()) : List.of());
        var crumbs = row == null
                ? List.of(desk.tasks(visitor), TasksDesk.here(title))
                : List.of(desk.tasks(visitor), new Crumb(row.title(), path), TasksDesk.here(title));
        return desk.page("task-form", title, crumbs, model);
    }
}
