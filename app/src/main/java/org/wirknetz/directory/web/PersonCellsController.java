package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonField;
import org.wirknetz.directory.PersonId;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// What is done in the list of people itself: one cell changed in place, several people informed at once.
@Controller
class PersonCellsController {

    private final Desk desk;
    private final DirectoryPermissions may;
    private final People people;
    private final Redirects redirects;

    PersonCellsController(Desk desk, DirectoryPermissions may, People people, Redirects redirects) {
        this.desk = desk;
        this.may = may;
        this.people = people;
        this.redirects = redirects;
    }

    /// With htmx in place, without it on a page of its own.
    @GetMapping("/w/{network}/people/{id}/fields/{column}")
    ModelAndView edit(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String column,
            @RequestParam(defaultValue = "false") boolean shown,
            HttpServletRequest request) {
        var known = known(visitor, id);
        var value = known.entry().field(editable(column));
        if (shown) return cell(visitor, id, column, value == null ? "" : value);
        return field(visitor, id, known, column, value == null ? "" : value, request);
    }

    @PostMapping("/w/{network}/people/{id}/fields/{column}")
    Object save(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String column,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String value,
            HttpServletRequest request) {
        var known = known(visitor, id);
        var field = editable(column);
        var cleaned = PersonField.clean(value);
        var problem = field.problem(cleaned);
        if (problem.isPresent()) {
            var again = field(visitor, id, known, column, value, request);
            again.addObject("error", desk.say(problem.get(), field.limit()));
            return desk.again(again);
        }
        people.revise(new PersonId(id), version, known.entry().with(field, cleaned == null ? "" : cleaned));
        if (request.getHeader("HX-Request") != null) return cell(visitor, id, column, cleaned == null ? "" : cleaned);
        return redirects.done(
                request,
                visitor.base() + "/people/" + id,
                "directory.person.saved",
                known.entry().name());
    }

    @PostMapping("/w/{network}/people/selection/information")
    String inform(
            Visitor visitor,
            @RequestParam List<UUID> selected,
            @RequestParam LocalDate on,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        if (on.isAfter(desk.today())) throw new Refused("directory.date.future");
        people.informAll(selected.stream().map(PersonId::new).toList(), on);
        var path = visitor.base() + "/people";
        var target = back.startsWith(path + "?") ? back : path;
        return redirects.done(request, target, "directory.selection.informed", selected.size());
    }

    private People.Known known(Visitor visitor, UUID id) {
        var known = people.entry(new PersonId(id));
        Forbidden.unless(may.maintain(visitor, new PersonId(id)));
        return known;
    }

    private static PersonField editable(String column) {
        if (!PersonList.EDITABLE.contains(column)) throw new NotFound();
        return PersonField.byColumn(column).orElseThrow(NotFound::new);
    }

    private ModelAndView cell(Visitor visitor, UUID id, String column, String value) {
        return new ModelAndView(
                "directory/person-cell",
                Map.of(
                        "edit",
                        visitor.base() + "/people/" + id + "/fields/" + column,
                        "column",
                        column,
                        "value",
                        value));
    }

    private ModelAndView field(
            Visitor visitor, UUID id, People.Known known, String column, String value, HttpServletRequest request) {
        var path = visitor.base() + "/people/" + id;
        var address = path + "/fields/" + column;
        var label = desk.say("directory.column." + column);
        boolean inPlace = request.getHeader("HX-Request") != null;
        var name = known.entry().name();
        return desk.page(
                inPlace ? "cell-edit" : "field-edit",
                desk.say("directory.edit-field", label, name),
                List.of(desk.partners(visitor), new Crumb(name, path), Desk.here(label)),
                Map.of(
                        "label",
                        label,
                        "value",
                        value,
                        "save",
                        address + "?version=" + known.version(),
                        "back",
                        inPlace ? address + "?shown=true" : path));
    }
}
