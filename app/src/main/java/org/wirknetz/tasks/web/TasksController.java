package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;
import org.wirknetz.tasks.TaskPermissions;
import org.wirknetz.tasks.TaskReminders;

/// The running list of tasks and promises, as a page and as a file.
@Controller
class TasksController {

    private static final List<String> COLUMNS = List.of(
            "title",
            "organisation",
            "person",
            "standing",
            "due",
            "due-first",
            "done-on",
            "outcome",
            "from",
            "initiator",
            "promised",
            "given",
            "reason");

    private final JdbcClient db;
    private final TaskPermissions may;
    private final TaskReminders reminders;
    private final TasksDesk desk;
    private final Redirects redirects;

    TasksController(JdbcClient db, TaskPermissions may, TaskReminders reminders, TasksDesk desk, Redirects redirects) {
        this.db = db;
        this.may = may;
        this.reminders = reminders;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/tasks")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.readTasks(visitor));
        var asked = asked(visitor, given);
        var list = TaskRows.page(db, asked, desk.today());
        var counts = TaskRows.counts(db, desk.today());
        var title = desk.say("tasks.title");
        return desk.page(
                "tasks",
                title,
                List.of(TasksDesk.here(title)),
                Map.of(
                        "list", list,
                        "counts", counts,
                        "asked", asked,
                        "paging", asked.paging(TaskRows.SIZE, list.total()),
                        "filters", filters(asked),
                        "gives", may.decideSomewhere(visitor),
                        "office", visitor.isOffice(),
                        "wanted", reminders.wanted(visitor.account().value())));
    }

    private List<Filter> filters(Asked asked) {
        return List.of(
                filter(asked, "whose", "all", "mine"),
                filter(asked, "standing", "running", "late", "done", "dropped", "all"),
                asked.filter("kind", desk.say("tasks.kind.all"), choices("kind", "task", "promise")));
    }

    private Filter filter(Asked asked, String name, String... values) {
        return asked.filter(name, "", choices(name, values));
    }

    private Map<String, String> choices(String name, String... values) {
        var choices = new LinkedHashMap<String, String>();
        for (var value : values) choices.put(value, desk.say("tasks." + name + "." + value));
        return choices;
    }

    /// Exactly what the list shows.
    @GetMapping("/w/{network}/tasks/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.readTasks(visitor));
        var rows = TaskRows.whole(db, asked(visitor, given), desk.today()).rows();
        return Spreadsheet.of(visitor.slug() + "-tasks", given.get("format"), table -> write(table, rows));
    }

    private void write(TableWriter table, List<TaskRows.Row> rows) {
        table.table(
                "tasks",
                COLUMNS.stream().map(it -> desk.say("tasks.column." + it)).toList());
        for (var row : rows) {
            table.row(List.of(
                    Cell.of(row.title()),
                    Cell.of(text(row.organisationName())),
                    Cell.of(text(row.personName())),
                    Cell.of(desk.say("tasks.standing." + row.standing())),
                    Spreadsheet.day(row.dueOn()),
                    Spreadsheet.day(row.dueFirst()),
                    Spreadsheet.day(row.doneOn()),
                    Cell.of(text(row.outcome())),
                    Cell.of(row.from()),
                    Cell.of(text(row.initiatorName())),
                    Cell.of(row.promised()),
                    Spreadsheet.day(row.givenOn()),
                    Cell.of(text(row.reason()))));
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    @PostMapping("/w/{network}/tasks/reminders")
    String choose(Visitor visitor, @RequestParam boolean wanted, HttpServletRequest request) {
        Forbidden.unless(may.readTasks(visitor));
        reminders.choose(visitor.account().value(), wanted);
        return redirects.done(
                request, visitor.base() + "/tasks", wanted ? "tasks.reminders.on" : "tasks.reminders.off");
    }

    private static Asked asked(Visitor visitor, Map<String, String> given) {
        return TaskRows.asked(visitor.base() + "/tasks", given, visitor.isOffice());
    }
}
