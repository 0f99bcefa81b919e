package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Sight;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Instruments;
import org.wirknetz.equality.Reviews;
import org.wirknetz.equality.TargetGroupLists;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Asked;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// Instruments and the target groups they are adapted to (C4.2): those inside read, the office keeps them, and an
/// owner writes down what it adapts.
@Controller
class InstrumentsController {

    private final JdbcClient db;
    private final Instruments instruments;
    private final Reviews reviews;
    private final TargetGroupLists lists;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    InstrumentsController(
            JdbcClient db,
            Instruments instruments,
            Reviews reviews,
            TargetGroupLists lists,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.instruments = instruments;
        this.reviews = reviews;
        this.lists = lists;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/instruments")
    ModelAndView all(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.seeCollections(visitor));
        var page = page(visitor);
        var overdue = reviews.overdue(desk.today());
        var asked = asked(visitor, given);
        boolean leads = may.lead(visitor);
        return desk.page(
                "equality/instruments",
                desk.say("equality.instruments.title"),
                List.of(equality(visitor), Desk.here(desk.say("equality.instruments.title"))),
                Map.of(
                        "page",
                        page,
                        "asked",
                        asked,
                        "filters",
                        filters(asked),
                        "shown",
                        page.shown(asked, late(overdue)),
                        "overdue",
                        overdue,
                        "list",
                        lists.latest(),
                        "form",
                        leads ? form(null) : InstrumentForm.NONE,
                        "owners",
                        leads ? TaskOwners.of(db, desk) : List.<Choice>of(),
                        "due",
                        FindingsController.due(desk.today()),
                        "leads",
                        leads));
    }

    private static List<UUID> late(List<Reviews.Due> overdue) {
        return overdue.stream().map(Reviews.Due::instrument).toList();
    }

    private InstrumentsPage page(Visitor visitor) {
        return InstrumentsPage.of(db, lists, desk, Sight.of(visitor));
    }

    private static Asked asked(Visitor visitor, Map<String, String> given) {
        return Asked.reading(visitor.base() + "/equality/instruments", given)
                .oneOf(
                        "kind",
                        Arrays.stream(Instruments.Kind.values()).map(Enum::name).toArray(String[]::new))
                .oneOf("gap", "open", "none")
                .oneOf("review", "overdue")
                .sort("title", Set.of("title", "kind", "owner", "person", "review", "adapted"))
                .asked();
    }

    private List<Filter> filters(Asked asked) {
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : Instruments.Kind.values()) kinds.put(kind.name(), desk.say("equality.instrument." + kind));
        var gaps = new LinkedHashMap<String, String>();
        for (var gap : List.of("open", "none")) gaps.put(gap, desk.say("equality.instruments.gap." + gap));
        return List.of(
                asked.filter("kind", desk.say("equality.instruments.filter.kind"), kinds),
                asked.filter("gap", desk.say("equality.instruments.filter.gap"), gaps),
                asked.filter(
                        "review",
                        desk.say("equality.instruments.filter.review"),
                        Map.of("overdue", desk.say("equality.instruments.review.overdue"))));
    }

    /// The rows behind the coverage, of the instruments the list shows: one for each target group.
    @GetMapping("/w/{network}/equality/instruments/export")
    ResponseEntity<byte[]> export(
            Visitor visitor,
            @RequestParam Map<String, String> given,
            @RequestParam(defaultValue = "csv") String format) {
        Forbidden.unless(may.seeCollections(visitor));
        var page = page(visitor);
        var shown = page.shown(asked(visitor, given), late(reviews.overdue(desk.today())));
        return Spreadsheet.of(
                visitor.slug() + "-instruments",
                format,
                table -> new InstrumentsFile(desk, page).write(table, shown, it -> may.adapt(visitor, it)));
    }

    @GetMapping("/w/{network}/equality/instruments/{instrument}")
    ModelAndView one(Visitor visitor, @PathVariable UUID instrument) {
        Forbidden.unless(may.seeCollections(visitor));
        instruments.require(instrument);
        var page = page(visitor);
        var line = page.line(instrument);
        boolean leads = may.lead(visitor);
        boolean keeps = may.adapt(visitor, line.organisation());
        return desk.page(
                "equality/instrument",
                line.title(),
                List.of(equality(visitor), list(visitor), Desk.here(line.title())),
                Map.of(
                        "page",
                        page,
                        "line",
                        line,
                        "versions",
                        AdaptedVersion.of(db, instrument),
                        "form",
                        leads ? form(line) : InstrumentForm.NONE,
                        "adapting",
                        keeps ? adapting(page, line) : AdaptationForm.NONE,
                        "leads",
                        leads,
                        "keeps",
                        keeps));
    }

    private AdaptationForm adapting(InstrumentsPage page, InstrumentsPage.Line line) {
        var groups = new ArrayList<>(List.of(new Choice("", desk.say("equality.adaptation.choose-group"), true)));
        page.groups().forEach(it -> groups.add(new Choice(it.id().toString(), it.title(), false)));
        return AdaptationForm.of(db, desk, List.copyOf(groups), null, line.organisation());
    }

    private InstrumentForm form(InstrumentsPage.@Nullable Line line) {
        return InstrumentForm.of(db, desk, line);
    }

    Crumb list(Visitor visitor) {
        return new Crumb(desk.say("equality.instruments.title"), visitor.base() + "/equality/instruments");
    }

    private Crumb equality(Visitor visitor) {
        return new Crumb(desk.say("equality.title"), visitor.base() + "/equality");
    }

    @PostMapping("/w/{network}/equality/instruments")
    String add(Visitor visitor, @RequestParam Map<String, String> typed, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var id = instruments.add(entry(typed));
        return redirects.done(
                request,
                place(visitor, id),
                "equality.instrument.added",
                typed.getOrDefault("title", "").strip());
    }

    @PostMapping("/w/{network}/equality/instruments/{instrument}")
    String change(
            Visitor visitor,
            @PathVariable UUID instrument,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        instruments.change(instrument, Typed.version(typed.getOrDefault("version", "")), entry(typed));
        return redirects.done(
                request,
                place(visitor, instrument),
                "equality.instrument.changed",
                typed.getOrDefault("title", "").strip());
    }

    @PostMapping("/w/{network}/equality/instruments/{instrument}/removal")
    String remove(Visitor visitor, @PathVariable UUID instrument, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var known = instruments.require(instrument);
        instruments.remove(instrument);
        return redirects.done(
                request, visitor.base() + "/equality/instruments", "equality.instrument.removed", known.title());
    }

    private static Instruments.Entry entry(Map<String, String> typed) {
        var kind = Arrays.stream(Instruments.Kind.values())
                .filter(it -> it.name().equals(typed.get("kind")))
                .findFirst()
                .orElseThrow(() -> new Refused("equality.step.kind-missing"));
        return new Instruments.Entry(
                kind,
                typed.get("title"),
                Typed.id(typed.getOrDefault("owner", "")),
                Typed.id(typed.getOrDefault("person", "")),
                Typed.day(typed.getOrDefault("review", "")));
    }

    static String place(Visitor visitor, UUID instrument) {
        return visitor.base() + "/equality/instruments/" + instrument;
    }
}
