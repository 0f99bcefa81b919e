package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
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
import org.wirknetz.directory.AreaId;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.StructureEntry;
import org.wirknetz.directory.StructureId;
import org.wirknetz.directory.StructureKind;
import org.wirknetz.directory.Structures;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// Bodies, alliances and programmes of the region, and who sits in them.
@Controller
public class StructuresController {

    private final JdbcClient db;
    private final Desk desk;
    private final Choices choices;
    private final DirectoryPermissions may;
    private final Structures structures;
    private final Organisations organisations;
    private final Redirects redirects;

    StructuresController(
            JdbcClient db,
            Desk desk,
            Choices choices,
            DirectoryPermissions may,
            Structures structures,
            Organisations organisations,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.choices = choices;
        this.may = may;
        this.structures = structures;
        this.organisations = organisations;
        this.redirects = redirects;
    }

    /// One structure with its members of today.
    public record Card(
            UUID id,
            int version,
            String name,
            String kind,
            boolean own,
            @Nullable String topic,
            @Nullable UUID area,
            @Nullable String areaName,
            @Nullable String website,
            @Nullable String source,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public record Member(
            UUID id,
            String name,
            @Nullable String role,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean member) {}

    @GetMapping("/w/{network}/structures")
    ModelAndView list(Visitor visitor, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.readOrganisations(visitor));
        return desk.page(
                "structures",
                desk.say("directory.structures.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.structures.title"))),
                Map.of(
                        "page",
                        StructuresPage.of(db, desk.asOf(asOf), may.maintainAll(visitor)),
                        "inside",
                        may.readPeople(visitor)));
    }

    @GetMapping("/w/{network}/structures/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.readOrganisations(visitor));
        var card = card(id);
        var members = db.sql("""
                        select o.id, o.name, m.role, m.valid_from, m.valid_to,
                               exists (select from directory.membership ship
                                        where ship.network = o.network and ship.organisation = o.id
                                          and ship.status in ('ACTIVE', 'DORMANT')
                                          and (ship.valid_from is null or ship.valid_from <= :today)
                                          and (ship.valid_to is null or ship.valid_to > :today)) as member
                          from directory.structure_member m
                          join directory.organisation o on o.network = m.network and o.id = m.organisation
                         where m.network = platform.network() and m.structure = :id
                         order by m.valid_to is not null, platform.fold(o.name), m.id
                        """)
                .param("id", id)
                .param("today", desk.today())
                .query(Member.class)
                .list();
        return desk.page(
                "structure",
                card.name(),
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.structures.title"), visitor.base() + "/structures"),
                        Desk.here(card.name())),
                Map.of("card", card, "members", members, "maintains", may.maintainAll(visitor)));
    }

    private Card card(UUID id) {
        return db.sql("""
                        select s.id, s.version, s.name, s.kind, s.own, s.topic, s.area, a.name as area_name, s.website, s.source,
                               s.valid_from, s.valid_to
                          from directory.structure s
                          left join directory.area a on a.network = s.network and a.id = s.area
                         where s.network = platform.network() and s.id = ?
                        """).param(id).query(Card.class).optional().orElseThrow(NotFound::new);
    }

    @GetMapping("/w/{network}/structures/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.maintainAll(visitor));
        return form(visitor, null);
    }

    @GetMapping("/w/{network}/structures/{id}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        Forbidden.unless(may.maintainAll(visitor));
        return form(visitor, card(id));
    }

    private ModelAndView form(Visitor visitor, @Nullable Card card) {
        var title = card == null ? desk.say("directory.structure.new") : desk.say("directory.edit-of", card.name());
        var shown = card == null
                ? new Card(
                        new UUID(0, 0),
                        0,
                        "",
                        StructureKind.BODY.name(),
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null)
                : card;
        var area = shown.area();
        return desk.page(
                "structure-form",
                title,
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.structures.title"), visitor.base() + "/structures"),
                        Desk.here(title)),
                Map.of(
                        "card",
                        shown,
                        "action",
                        visitor.base() + "/structures" + (card == null ? "" : "/" + card.id()),
                        "areas",
                        Choices.orNothing(
                                desk.say("directory.none"), choices.areas(area == null ? null : area.toString()))));
    }

    @PostMapping("/w/{network}/structures")
    String register(Visitor visitor, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Forbidden.unless(may.maintainAll(visitor));
        var entry = entry(typed);
        var id = structures.register(entry);
        return redirects.done(
                request,
                visitor.base() + "/structures/" + id.value(),
                "directory.organisation.registered",
                entry.name());
    }

    @PostMapping("/w/{network}/structures/{id}")
    String revise(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        card(id);
        Forbidden.unless(may.maintainAll(visitor));
        var entry = entry(typed);
        structures.revise(new StructureId(id), version, entry);
        return redirects.done(
                request, visitor.base() + "/structures/" + id, "directory.organisation.saved", entry.name());
    }

    private static StructureEntry entry(Map<String, String> typed) {
        var area = typed.getOrDefault("area", "");
        return new StructureEntry(
                typed.getOrDefault("name", ""),
                Named.of(StructureKind.class, typed.getOrDefault("kind", "BODY")),
                typed.getOrDefault("own", "").equals("true"),
                typed.get("topic"),
                area.isBlank() ? null : new AreaId(Named.id(area)),
                typed.get("website"),
                typed.get("source"),
                date(typed.getOrDefault("from", "")),
                date(typed.getOrDefault("to", "")));
    }

    private static @Nullable LocalDate date(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (java.time.format.DateTimeParseException notADate) {
            throw new Refused("directory.date.wrong");
        }
    }

    @PostMapping("/w/{network}/structures/{id}/members")
    String enrol(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam String organisation,
            @RequestParam(defaultValue = "") String role,
            HttpServletRequest request) {
        var card = card(id);
        Forbidden.unless(may.maintainAll(visitor));
        var member = organisations
                .called(organisation)
                .orElseThrow(() -> new Refused("directory.organisation.unknown", organisation));
        structures.enrol(new StructureId(id), member, role, desk.today());
        return redirects.done(
                request, visitor.base() + "/structures/" + id, "directory.organisation.saved", card.name());
    }

    @PostMapping("/w/{network}/structures/{id}/members/{organisation}/end")
    String leave(Visitor visitor, @PathVariable UUID id, @PathVariable UUID organisation, HttpServletRequest request) {
        var card = card(id);
        Forbidden.unless(may.maintainAll(visitor));
        structures.leave(new StructureId(id), new OrganisationId(organisation), desk.today());
        return redirects.done(
                request, visitor.base() + "/structures/" + id, "directory.organisation.saved", card.name());
    }

    @PostMapping("/w/{network}/structures/{id}/removal")
    String remove(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        var card = card(id);
        Forbidden.unless(may.maintainAll(visitor));
        structures.remove(new StructureId(id));
        return redirects.done(request, visitor.base() + "/structures", "directory.organisation.removed", card.name());
    }
}
