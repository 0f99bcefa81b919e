package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Approaches;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Neighbourhoods;
import org.wirknetz.directory.OrganisationEntry;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// One organisation: shown, registered, revised, removed.
@Controller
class OrganisationController {

    private final JdbcClient db;
    private final Desk desk;
    private final Choices choices;
    private final DirectoryPermissions may;
    private final Organisations organisations;
    private final Approaches approaches;
    private final Summaries summaries;
    private final History history;
    private final Neighbourhoods neighbourhoods;
    private final Redirects redirects;

    OrganisationController(
            JdbcClient db,
            Desk desk,
            Choices choices,
            DirectoryPermissions may,
            Organisations organisations,
            Approaches approaches,
            Summaries summaries,
            History history,
            Neighbourhoods neighbourhoods,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.choices = choices;
        this.may = may;
        this.organisations = organisations;
        this.approaches = approaches;
        this.summaries = summaries;
        this.history = history;
        this.neighbourhoods = neighbourhoods;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/organisations/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.readOrganisations(visitor));
        var organisation = new OrganisationId(id);
        var sight = Sight.of(visitor);
        boolean maintains = may.maintain(visitor, organisation);
        var page = OrganisationPage.of(
                db,
                organisation,
                sight,
                desk.asOf(asOf),
                desk.today(),
                desk.locale().getLanguage(),
                maintains,
                maintains ? history.of(id, sight) : List.of(),
                neighbourhoods.of(visitor, organisation, desk.asOf(asOf)).orElse(null));
        return desk.page(
                "organisation",
                page.card().name(),
                List.of(desk.partners(visitor), Desk.here(page.card().name())),
                Map.of("organisation", page, "summary", summaries.of(page)));
    }

    @GetMapping("/w/{network}/organisations/new")
    ModelAndView blank(Visitor visitor, @RequestParam MultiValueMap<String, String> given) {
        Forbidden.unless(may.maintainAll(visitor));
        var path = visitor.base() + "/organisations";
        return form(visitor, OrganisationForm.typed(path, path, 0, given, true), null);
    }

    @PostMapping("/w/{network}/organisations")
    Object register(Visitor visitor, @RequestParam MultiValueMap<String, String> typed, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var path = visitor.base() + "/organisations";
        var form = OrganisationForm.typed(path, path, 0, typed, true).checked(desk);
        if (!form.problems().isEmpty()) return desk.again(form(visitor, form, null));
        var entry = form.entry(OrganisationEntry.named(form.value("name")));
        var id = form.value("ask").equals("true") ? approaches.ask(entry, desk.today()) : organisations.register(entry);
        return redirects.done(request, path + "/" + id.value(), "directory.organisation.registered", entry.name());
    }

    @GetMapping("/w/{network}/organisations/{id}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintain(visitor, organisation));
        var path = visitor.base() + "/organisations/" + id;
        var values = new HashMap<String, String>();
        values.put("name", known.entry().name());
        known.entry().fields().forEach((field, value) -> values.put(field.column(), value));
        var area = known.entry().area();
        if (area != null) values.put("area", area.value().toString());
        var form = new OrganisationForm(
                path,
                path,
                known.version(),
                values,
                known.entry().groups().stream().map(it -> it.value().toString()).collect(Collectors.toSet()),
                known.entry().visibility().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, it -> it.getValue().word())),
                List.of(),
                visitor.isOffice());
        return form(visitor, form, known.entry().name());
    }

    @PostMapping("/w/{network}/organisations/{id}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletRequest request) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintain(visitor, organisation));
        var path = visitor.base() + "/organisations/" + id;
        var form = OrganisationForm.typed(path, path, version, typed, visitor.isOffice())
                .checked(desk);
        if (!form.problems().isEmpty())
            return desk.again(form(visitor, form, known.entry().name()));
        organisations.revise(organisation, version, form.entry(known.entry()), form.renamedOn());
        return redirects.done(request, path, "directory.organisation.saved", form.value("name"));
    }

    @PostMapping("/w/{network}/organisations/{id}/removal")
    String remove(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintainAll(visitor));
        organisations.remove(organisation);
        return redirects.done(
                request,
                visitor.base() + "/organisations",
                "directory.organisation.removed",
                known.entry().name());
    }

    /// One cell of the list: with htmx in place, without it on a page of its own.
    @GetMapping("/w/{network}/organisations/{id}/fields/{column}")
    ModelAndView editField(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String column,
            @RequestParam(defaultValue = "false") boolean shown,
            HttpServletRequest request) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintain(visitor, organisation));
        var field = editable(visitor, column);
        var value = known.entry().field(field);
        if (shown) return cell(visitor, id, column, value == null ? "" : value);
        return field(visitor, id, known.entry().name(), column, value == null ? "" : value, known.version(), request);
    }

    @PostMapping("/w/{network}/organisations/{id}/fields/{column}")
    Object saveField(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String column,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String value,
            HttpServletRequest request) {
        var organisation = new OrganisationId(id);
        var known = organisations.entry(organisation);
        Forbidden.unless(may.maintain(visitor, organisation));
        var field = editable(visitor, column);
        var cleaned = field.clean(value);
        var problem = field.problem(cleaned);
        if (problem.isPresent()) {
            var again = field(visitor, id, known.entry().name(), column, value, version, request);
            again.addObject("error", desk.say(problem.get(), field.limit()));
            return desk.again(again);
        }
        organisations.correct(organisation, version, field, value);
        if (request.getHeader("HX-Request") != null) return cell(visitor, id, column, cleaned == null ? "" : cleaned);
        return redirects.done(
                request,
                visitor.base() + "/organisations/" + id,
                "directory.organisation.saved",
                known.entry().name());
    }

    /// A field that this visitor may write; others are not there for them.
    private static OrganisationField editable(Visitor visitor, String column) {
        return OrganisationField.byColumn(column)
                .filter(field -> visitor.isOffice() || field != OrganisationField.NOTE)
                .orElseThrow(org.wirknetz.platform.NotFound::new);
    }

    private ModelAndView cell(Visitor visitor, UUID id, String column, String value) {
        return new ModelAndView(
                "directory/organisation-cell",
                Map.of(
                        "path",
                        visitor.base() + "/organisations/" + id,
                        "column",
                        column,
                        "value",
                        value,
                        "editable",
                        true,
                        "focus",
                        true));
    }

    private ModelAndView field(
            Visitor visitor,
            UUID id,
            String name,
            String column,
            String value,
            int version,
            HttpServletRequest request) {
        var path = visitor.base() + "/organisations/" + id;
        var address = path + "/fields/" + column;
        var label = desk.say("directory.column." + column);
        boolean inPlace = request.getHeader("HX-Request") != null;
        var model = Map.of(
                "label",
                label,
                "value",
                value,
                "save",
                address + "?version=" + version,
                "back",
                inPlace ? address + "?shown=true" : path);
        return desk.page(
                inPlace ? "cell-edit" : "field-edit",
                desk.say("directory.edit-field", label, name),
                List.of(desk.partners(visitor), new Crumb(name, path), Desk.here(label)),
                model);
    }

    private ModelAndView form(Visitor visitor, OrganisationForm form, @org.jspecify.annotations.Nullable String name) {
        var title = name == null ? desk.say("directory.organisation.new") : desk.say("directory.edit-of", name);
        return desk.page(
                "organisation-form",
                title,
                name == null
                        ? List.of(desk.partners(visitor), Desk.here(title))
                        : List.of(desk.partners(visitor), new Crumb(name, form.back()), Desk.here(title)),
                Map.of(
                        "form", form,
                        "groups", choices.groups(form.groups()),
                        "areas", Choices.orNothing(desk.say("directory.none"), choices.areas(form.value("area")))));
    }
}
