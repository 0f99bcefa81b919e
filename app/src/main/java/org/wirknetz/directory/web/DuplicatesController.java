package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
import org.wirknetz.access.Invitations;
import org.wirknetz.access.Seats;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Duplicates;
import org.wirknetz.directory.Merges;
import org.wirknetz.directory.OrganisationEntry;
import org.wirknetz.directory.OrganisationField;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonEntry;
import org.wirknetz.directory.PersonField;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.SamePeople;
import org.wirknetz.directory.Search;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// Cards that may mean the same: proposed, compared side by side, made one or told apart.
@Controller
class DuplicatesController {

    private final JdbcClient db;
    private final Desk desk;
    private final DirectoryPermissions may;
    private final Duplicates duplicates;
    private final Merges merges;
    private final SamePeople same;
    private final Organisations organisations;
    private final People people;
    private final Search search;
    private final Seats seats;
    private final Invitations invitations;
    private final Redirects redirects;

    DuplicatesController(
            JdbcClient db,
            Desk desk,
            DirectoryPermissions may,
            Duplicates duplicates,
            Merges merges,
            SamePeople same,
            Organisations organisations,
            People people,
            Search search,
            Seats seats,
            Invitations invitations,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.may = may;
        this.duplicates = duplicates;
        this.merges = merges;
        this.same = same;
        this.organisations = organisations;
        this.people = people;
        this.search = search;
        this.seats = seats;
        this.invitations = invitations;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/duplicates")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.maintainAll(visitor));
        return desk.page(
                "duplicates",
                desk.say("directory.duplicates.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.duplicates.title"))),
                Map.of("organisations", duplicates.organisations(), "people", duplicates.people()));
    }

    /// While a new name is typed: what there is already.
    @GetMapping("/w/{network}/organisations/similar")
    ModelAndView similar(Visitor visitor, @RequestParam(defaultValue = "") String name) {
        Forbidden.unless(may.maintainAll(visitor));
        var found = name.strip().length() < 3
                ? List.<Search.Found>of()
                : search.find(name, Sight.of(visitor), 12).stream()
                        .filter(it -> it.kind().equals("organisation"))
                        .limit(4)
                        .toList();
        return new ModelAndView("directory/similar", Map.of("found", found));
    }

    @PostMapping("/w/{network}/duplicates/{kind}/apart")
    String tellApart(
            Visitor visitor,
            @PathVariable String kind,
            @RequestParam UUID one,
            @RequestParam UUID other,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        if (!List.of("organisations", "people").contains(kind)) throw new NotFound();
        merges.tellApart(kind, one, other);
        return redirects.done(request, visitor.base() + "/duplicates", "directory.duplicates.apart");
    }

    @GetMapping("/w/{network}/duplicates/organisations")
    ModelAndView compareOrganisations(Visitor visitor, @RequestParam UUID one, @RequestParam UUID other) {
        Forbidden.unless(may.maintainAll(visitor));
        var first = organisations.entry(new OrganisationId(one)).entry();
        var second = organisations.entry(new OrganisationId(other)).entry();
        var lines = new ArrayList<MergePage.Line>();
        add(lines, "name", first.name(), second.name());
        for (var field : OrganisationField.values())
            add(lines, field.column(), first.field(field), second.field(field));
        if (first.area() != null || second.area() != null) {
            add(lines, "area", area(first), area(second));
        }
        return comparison(
                visitor,
                new MergePage(
                        "organisations",
                        one,
                        first.name(),
                        other,
                        second.name(),
                        lines,
                        withSeats(moving("organisation", other), other),
                        same.of(new OrganisationId(one), new OrganisationId(other))));
    }

    @GetMapping("/w/{network}/duplicates/people")
    ModelAndView comparePeople(Visitor visitor, @RequestParam UUID one, @RequestParam UUID other) {
        Forbidden.unless(may.maintainAll(visitor));
        var first = people.entry(new PersonId(one)).entry();
        var second = people.entry(new PersonId(other)).entry();
        var lines = new ArrayList<MergePage.Line>();
        for (var field : PersonField.values()) add(lines, field.column(), first.field(field), second.field(field));
        return comparison(
                visitor,
                new MergePage(
                        "people", one, first.name(), other, second.name(), lines, moving("person", other), List.of()));
    }

    private void add(List<MergePage.Line> lines, String field, @Nullable String one, @Nullable String other) {
        var first = one == null ? "" : one;
        var second = other == null ? "" : other;
        if (first.equals(second)) return;
        lines.add(new MergePage.Line(field, desk.say("directory.column." + field), first, second));
    }

    private @Nullable String area(OrganisationEntry entry) {
        var area = entry.area();
        if (area == null) return null;
        return db.sql("select name from directory.area where id = ?")
                .param(area.value())
                .query(String.class)
                .single();
    }

    /// Seats are not handed over, and invitations to them end: who may act for the merged card, the office says
    /// anew.
    private List<String> withSeats(List<String> moving, UUID organisation) {
        long held = seats.all().stream()
                .filter(seat -> organisation.equals(seat.organisation()))
                .count();
        int waiting = invitations.openFor(organisation).size();
        var all = new ArrayList<>(moving);
        if (held > 0) all.add(desk.say("directory.merge.seats", held));
        if (waiting > 0) all.add(desk.say("directory.merge.invitations", waiting));
        return List.copyOf(all);
    }

    /// @param column `organisation` or `person`; never what somebody typed
    private List<String> moving(String column, UUID card) {
        var counts = db.sql("select (select count(*) from directory.position where " + column
                        + " = :card)::int as positions," + " (select count(*) from directory.mandate where " + column
                        + " = :card)::int as mandates")
                .param("card", card)
                .query((row, number) -> List.of(row.getInt("positions"), row.getInt("mandates")))
                .single();
        return List.of(
                desk.say("directory.merge.positions", counts.get(0)),
                desk.say("directory.merge.mandates", counts.get(1)));
    }

    private ModelAndView comparison(Visitor visitor, MergePage page) {
        return desk.page(
                "merge",
                desk.say("directory.merge.title", page.oneName(), page.otherName()),
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.duplicates.title"), visitor.base() + "/duplicates"),
                        Desk.here(page.oneName())),
                Map.of("merge", page));
    }

    @PostMapping("/w/{network}/duplicates/organisations")
    String mergeOrganisations(
            Visitor visitor,
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam Map<String, String> picks,
            @RequestParam(name = "same", defaultValue = "") List<String> joined,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var kept = new OrganisationId(one);
        var first = organisations.entry(kept).entry();
        var second = organisations.entry(new OrganisationId(other)).entry();
        var fields = new EnumMap<OrganisationField, String>(OrganisationField.class);
        for (var field : OrganisationField.values()) {
            var value = pick(picks, field.column(), first.field(field), second.field(field));
            if (value != null) fields.put(field, value);
        }
        var groups = new HashSet<>(first.groups());
        groups.addAll(second.groups());
        var visibility = new HashMap<>(second.visibility());
        visibility.putAll(first.visibility());
        var name = pick(picks, "name", first.name(), second.name());
        var chosen = new OrganisationEntry(
                first.key(),
                name == null ? first.name() : name,
                groups,
                pick(picks, "area", first.area(), second.area()),
                fields,
                both(first.free(), second.free()),
                visibility);
        merges.organisations(kept, new OrganisationId(other), chosen, people(kept, new OrganisationId(other), joined));
        return redirects.done(request, visitor.base() + "/organisations/" + one, "directory.merge.done", chosen.name());
    }

    /// Those of the proposed pairs that were ticked; nobody goes into two cards.
    private List<Merges.Same> people(OrganisationId kept, OrganisationId dropped, List<String> joined) {
        var people = new ArrayList<Merges.Same>();
        var taken = new HashSet<UUID>();
        for (var pair : same.of(kept, dropped)) {
            if (!joined.contains(pair.one() + "+" + pair.other())
                    || taken.contains(pair.one())
                    || taken.contains(pair.other())) continue;
            taken.add(pair.one());
            taken.add(pair.other());
            var one = new PersonId(pair.one());
            var other = new PersonId(pair.other());
            people.add(new Merges.Same(
                    one,
                    other,
                    together(
                            this.people.entry(one).entry(),
                            this.people.entry(other).entry(),
                            Map.of())));
        }
        return people;
    }

    private static PersonEntry together(PersonEntry first, PersonEntry second, Map<String, String> picks) {
        var fields = new EnumMap<PersonField, String>(PersonField.class);
        for (var field : PersonField.values()) {
            var value = pick(picks, field.column(), first.field(field), second.field(field));
            if (value != null) fields.put(field, value);
        }
        var visibility = new HashMap<>(second.visibility());
        visibility.putAll(first.visibility());
        var informed = first.informedOn() == null ? second.informedOn() : first.informedOn();
        return new PersonEntry(first.key(), fields, informed, both(first.free(), second.free()), visibility);
    }

    @PostMapping("/w/{network}/duplicates/people")
    String mergePeople(
            Visitor visitor,
            @RequestParam UUID one,
            @RequestParam UUID other,
            @RequestParam Map<String, String> picks,
            HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var kept = new PersonId(one);
        var first = people.entry(kept).entry();
        var second = people.entry(new PersonId(other)).entry();
        var chosen = together(first, second, picks);
        merges.people(kept, new PersonId(other), chosen);
        return redirects.done(request, visitor.base() + "/people/" + one, "directory.merge.done", chosen.name());
    }

    /// What was ticked; where nothing was asked, the first card's value, else the second's.
    private static <T> @Nullable T pick(
            Map<String, String> picks, String field, @Nullable T first, @Nullable T second) {
        var picked = picks.getOrDefault("pick." + field, "");
        if (picked.equals("other")) return second;
        if (picked.equals("one")) return first;
        return first == null ? second : first;
    }

    private static Map<String, String> both(Map<String, String> first, Map<String, String> second) {
        var all = new HashMap<>(second);
        all.putAll(first);
        return all;
    }
}
