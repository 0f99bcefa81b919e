package org.wirknetz.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.groups.GroupKind;
import org.wirknetz.groups.Groups;
import org.wirknetz.groups.GroupsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// The list of bodies and groups, and the founding of one.
@Controller
class GroupsController {

    private final JdbcClient db;
    private final Groups groups;
    private final GroupsPermissions may;
    private final GroupsDesk desk;
    private final Redirects redirects;

    GroupsController(JdbcClient db, Groups groups, GroupsPermissions may, GroupsDesk desk, Redirects redirects) {
        this.db = db;
        this.groups = groups;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/groups")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enter(visitor));
        var here = List.of(Desk.here(desk.say("groups.title")));
        if (!may.see(visitor))
            return desk.page("announced", desk.say("groups.title"), here, Map.of("groups", GroupList.announced(db)));
        var list = GroupList.of(db, visitor.base() + "/groups", given, desk.today());
        return desk.page(
                "groups",
                desk.say("groups.title"),
                here,
                Map.of(
                        "list",
                        list,
                        "filters",
                        List.of(states(list), kinds(list)),
                        "sorting",
                        list.asked().sorting(),
                        "mayFound",
                        may.found(visitor)));
    }

    private Filter states(GroupList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("groups.state.open"));
        for (var state : List.of("mine", "closed", "all")) choices.put(state, desk.say("groups.state." + state));
        return list.asked().filter("state", "", choices).after(desk.say("groups.filter.state"));
    }

    private Filter kinds(GroupList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("groups.kind.any"));
        for (var kind : GroupKind.values()) choices.put(kind.name(), desk.say("groups.kind." + kind));
        return list.asked().filter("kind", desk.say("groups.kind.any"), choices).after(desk.say("groups.filter.kind"));
    }

    /// Exactly what the list shows.
    @GetMapping("/w/{network}/groups/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = GroupList.of(db, visitor.base() + "/groups", given, desk.today());
        return Spreadsheet.of(visitor.slug() + "-groups", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, GroupList list) {
        table.table(
                "groups",
                Stream.of(
                                "name",
                                "kind",
                                "purpose",
                                "lead",
                                "organisations",
                                "votes",
                                "founded",
                                "term",
                                "met",
                                "closed")
                        .map(it -> desk.say("groups.column." + it))
                        .toList());
        for (var row : list.rows()) {
            table.row(List.of(
                    Cell.of(row.name()),
                    Cell.of(desk.say("groups.kind." + row.kind())),
                    Cell.of(Objects.requireNonNullElse(row.purpose(), "")),
                    Cell.of(Objects.requireNonNullElse(row.lead(), "")),
                    new Cell.Amount(BigDecimal.valueOf(row.organisations())),
                    new Cell.Amount(BigDecimal.valueOf(row.votes())),
                    Spreadsheet.day(row.foundedOn()),
                    Spreadsheet.day(row.lastDay()),
                    Spreadsheet.day(row.lastMet()),
                    Spreadsheet.day(row.closedOn())));
        }
    }

    @GetMapping("/w/{network}/groups/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.found(visitor));
        return form(visitor, GroupForm.blank(desk), List.of());
    }

    @PostMapping("/w/{network}/groups")
    Object found(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.found(visitor));
        var typed = GroupForm.of(given);
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, typed, problems));
        try {
            var id = groups.found(typed.charter(desk), Objects.requireNonNull(desk.day(typed.foundedOn())));
            return redirects.done(request, visitor.base() + "/groups/" + id.value(), "groups.founded", typed.name());
        } catch (Refused refused) {
            return desk.again(form(
                    visitor, typed, List.of(new Problem("name", desk.say(refused.key(), refused.values())))));
        }
    }

    private ModelAndView form(Visitor visitor, GroupForm typed, List<Problem> problems) {
        var title = desk.say("groups.new");
        return desk.page(
                "group-form",
                title,
                List.of(desk.groups(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "problems",
                        problems,
                        "action",
                        visitor.base() + "/groups",
                        "back",
                        visitor.base() + "/groups"));
    }
}
