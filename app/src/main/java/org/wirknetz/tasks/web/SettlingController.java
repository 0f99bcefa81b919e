package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.tasks.TaskId;
import org.wirknetz.tasks.TaskPermissions;
import org.wirknetz.tasks.Tasks;

/// What those say with whom a task lies: done, not done and why, later.
@Controller
class SettlingController {

    private final Tasks tasks;
    private final TaskPermissions may;
    private final TasksDesk desk;
    private final Redirects redirects;

    SettlingController(Tasks tasks, TaskPermissions may, TasksDesk desk, Redirects redirects) {
        this.tasks = tasks;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private Tasks.Known mine(Visitor visitor, UUID task) {
        Forbidden.unless(may.readTasks(visitor));
        var known = tasks.require(new TaskId(task));
        Forbidden.unless(may.settle(visitor, known.organisation(), known.person(), known.group()));
        return known;
    }

    /// @param back where the tick was made: the list with its filters, a decision; else the task itself
    @PostMapping("/w/{network}/tasks/{task}/done")
    String finish(
            Visitor visitor,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        var known = mine(visitor, task);
        tasks.finish(new TaskId(task), desk.dayOrToday(on), outcome);
        return redirects.done(request, way(visitor, task, back), "tasks.finished", known.title());
    }

    @PostMapping("/w/{network}/tasks/{task}/reopening")
    String reopen(
            Visitor visitor,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var known = mine(visitor, task);
        tasks.reopen(new TaskId(task), reason);
        return redirects.done(request, way(visitor, task, ""), "tasks.reopened", known.title());
    }

    @PostMapping("/w/{network}/tasks/{task}/carrying")
    String carryOn(
            Visitor visitor,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var known = mine(visitor, task);
        var day = desk.day(until);
        if (day == null) throw new Refused("tasks.until-missing");
        tasks.carryOn(new TaskId(task), day, reason);
        return redirects.done(request, way(visitor, task, ""), "tasks.carried", known.title(), desk.date(day));
    }

    @PostMapping("/w/{network}/tasks/{task}/dropping")
    String drop(
            Visitor visitor,
            @PathVariable UUID task,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var known = mine(visitor, task);
        tasks.drop(new TaskId(task), reason);
        return redirects.done(request, way(visitor, task, ""), "tasks.dropped", known.title());
    }

    /// Back to where somebody was, never out of the rooms of this workspace.
    private static String way(Visitor visitor, UUID task, String back) {
        boolean within = back.length() < 1000
                && (back.startsWith(visitor.base() + "/tasks")
                        || back.startsWith(visitor.base() + "/decisions")
                        || back.startsWith(visitor.base() + "/meetings"))
                && !back.contains("//")
                && !back.contains("\\")
                && back.chars().noneMatch(Character::isISOControl);
        return within ? back : visitor.base() + "/tasks/" + task;
    }
}
