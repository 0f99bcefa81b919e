package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.ActorGroupId;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.MembershipStatus;
import org.wirknetz.directory.Memberships;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.SavedViews;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Redirects;

/// The list of organisations, and what is done to several at once.
@Controller
class OrganisationsController {

    private final JdbcClient db;
    private final Desk desk;
    private final Choices choices;
    private final DirectoryPermissions may;
    private final Organisations organisations;
    private final Memberships memberships;
    private final Abbreviations abbreviations;
    private final SavedViews views;
    private final Redirects redirects;

    OrganisationsController(
            JdbcClient db,
            Desk desk,
            Choices choices,
            DirectoryPermissions may,
            Organisations organisations,
            Memberships memberships,
            Abbreviations abbreviations,
            SavedViews views,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.choices = choices;
        this.may = may;
        this.organisations = organisations;
        this.memberships = memberships;
        this.abbreviations = abbreviations;
        this.views = views;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/organisations")
    ModelAndView list(
            Visitor visitor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) List<String> column) {
        Forbidden.unless(may.readOrganisations(visitor));
        var question = ListQuestion.of(visitor.base() + "/organisations", parameters, OrganisationList.PARAMETERS);
        if (column != null) return new ModelAndView("redirect:" + question.with("columns", String.join(",", column)));
        var asOf = desk.asOf(question.get("asOf"));
        var shown = list(visitor, question, asOf).page();
        var groups = choices.groups(Set.of());
        var page = new OrganisationsPage(
                question,
                asOf,
                shown.total(),
                shown.rows(),
                GroupSigns.of(db, desk.locale().getLanguage()),
                filters(question, groups),
                groups,
                views.of(visitor, "organisations", question.path()),
                may.maintainAll(visitor),
                may.readPeople(visitor),
                shown.total() == 0 && question.given().isEmpty());
        return desk.page("organisations", desk.say("directory.organisations.title"), List.of(), Map.of("list", page));
    }

    private List<Filter> filters(ListQuestion question, List<Choice> groups) {
        return new Sentence(desk, question)
                .part(
                        desk.say("directory.filters.all"),
                        "status",
                        named("directory.status.", OrganisationList.STANDINGS))
                .part("", "group", groups)
                .part(desk.say("directory.filters.in"), "area", choices.areas(null))
                .part("", "gap", named("directory.gap.", OrganisationList.GAPS))
                .filters();
    }

    private List<Choice> named(String prefix, List<String> values) {
        return values.stream()
                .map(value -> new Choice(value, desk.say(prefix + value), false))
                .toList();
    }

    private OrganisationList list(Visitor visitor, ListQuestion question, LocalDate asOf) {
        return new OrganisationList(
                db, question, Sight.of(visitor), asOf, desk.locale().getLanguage(), abbreviations);
    }

    @PostMapping("/w/{network}/organisations/selection/groups")
    String addGroup(
            Visitor visitor,
            @RequestParam List<UUID> selected,
            @RequestParam UUID group,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        int changed = organisations.addGroup(
                selected.stream().map(OrganisationId::new).toList(), new ActorGroupId(group));
        return redirects.done(request, within(visitor, back), "directory.selection.grouped", changed);
    }

    @PostMapping("/w/{network}/organisations/selection/memberships")
    String setStatus(
            Visitor visitor,
            @RequestParam List<UUID> selected,
            @RequestParam MembershipStatus status,
            @RequestParam(defaultValue = "") String back,
            HttpServletRequest request) {
        Forbidden.unless(may.decideMembership(visitor));
        memberships.beginAll(selected.stream().map(OrganisationId::new).toList(), status, desk.today());
        return redirects.done(
                request,
                within(visitor, back),
                "directory.selection.status",
                selected.size(),
                desk.say("directory.status." + status));
    }

    /// Back to the list as it was, but never out of it.
    private static String within(Visitor visitor, String back) {
        var path = visitor.base() + "/organisations";
        return back.equals(path) || back.startsWith(path + "?") ? back : path;
    }
}
