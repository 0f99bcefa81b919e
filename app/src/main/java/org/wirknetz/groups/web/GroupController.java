package org.wirknetz.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.groups.GroupId;
import org.wirknetz.groups.Groups;
import org.wirknetz.groups.GroupsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One group: show, correct its charter, bring it to an end, take it away.
@Controller
class GroupController {

    private final JdbcClient db;
    private final Groups groups;
    private final GroupsPermissions may;
    private final GroupDoor door;
    private final GroupsDesk desk;
    private final Redirects redirects;

    GroupController(
            JdbcClient db, Groups groups, GroupsPermissions may, GroupDoor door, GroupsDesk desk, Redirects redirects) {
        this.db = db;
        this.groups = groups;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/groups/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.see(visitor));
        var page = GroupPage.of(db, id, desk.today());
        boolean leads = may.lead(visitor, id);
        return desk.page(
                "group",
                page.card().name(),
                List.of(desk.groups(visitor), Desk.here(page.card().name())),
                Map.of(
                        "page",
                        page,
                        "signs",
                        Sign.of(page, desk, desk.today()),
                        "leads",
                        leads,
                        "removes",
                        may.remove(visitor),
                        "joining",
                        leads && page.card().open() ? door.organisations() : List.of()));
    }

    @GetMapping("/w/{network}/groups/{id}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        var page = door.openToLead(visitor, id);
        return form(visitor, page.card(), GroupForm.of(page.card()), List.of());
    }

    @PostMapping("/w/{network}/groups/{id}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var card = door.openToLead(visitor, id).card();
        var typed = GroupForm.of(given);
        var problems = typed.problems(desk);
        if (!problems.isEmpty()) return desk.again(form(visitor, card, typed, problems));
        try {
            groups.revise(
                    new GroupId(id),
                    typed.version(),
                    typed.charter(desk),
                    Objects.requireNonNull(desk.day(typed.foundedOn())));
        } catch (Refused refused) {
            return desk.again(form(
                    visitor, card, typed, List.of(new Problem("name", desk.say(refused.key(), refused.values())))));
        }
        return redirects.done(request, visitor.base() + "/groups/" + id, "groups.saved", typed.name());
    }

    private ModelAndView form(Visitor visitor, GroupPage.Card card, GroupForm typed, List<Problem> problems) {
        var path = visitor.base() + "/groups/" + card.id();
        return desk.page(
                "group-form",
                desk.say("groups.edit-of", card.name()),
                List.of(
                        desk.groups(visitor),
                        GroupsDesk.group(visitor, card.id(), card.name()),
                        Desk.here(desk.say("groups.edit"))),
                Map.of("form", typed, "problems", problems, "action", path, "back", path));
    }

    @PostMapping("/w/{network}/groups/{id}/end")
    String close(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String on,
            @RequestParam(defaultValue = "") String result,
            HttpServletRequest request) {
        var name = door.openToLead(visitor, id).card().name();
        var day = desk.day(on);
        if (day != null && day.isAfter(desk.today())) throw new Refused("groups.day-to-come");
        groups.close(new GroupId(id), day == null ? desk.today() : day, result);
        return redirects.done(request, visitor.base() + "/groups/" + id, "groups.ended", name);
    }

    @PostMapping("/w/{network}/groups/{id}/removal")
    String remove(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        Forbidden.unless(may.remove(visitor));
        var name = door.openToLead(visitor, id).card().name();
        groups.remove(new GroupId(id));
        return redirects.done(request, visitor.base() + "/groups", "groups.removed", name);
    }
}
