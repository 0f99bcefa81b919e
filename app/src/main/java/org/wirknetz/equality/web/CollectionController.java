package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
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
import org.wirknetz.access.Doors;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.CollectionId;
import org.wirknetz.equality.Collections;
import org.wirknetz.equality.Collections.Naming;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.DisclosureControl;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Intake;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// One collection: answers go in, the office closes and publishes it.
@Controller
class CollectionController {

    private final JdbcClient db;
    private final Collections collections;
    private final Intake intake;
    private final DisclosureControl control;
    private final Definitions definitions;
    private final Doors doors;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    CollectionController(
            JdbcClient db,
            Collections collections,
            Intake intake,
            DisclosureControl control,
            Definitions definitions,
            Doors doors,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.collections = collections;
        this.intake = intake;
        this.control = control;
        this.definitions = definitions;
        this.doors = doors;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/collections/{collection}")
    ModelAndView show(
            Visitor visitor, @PathVariable UUID collection, @RequestParam(defaultValue = "") String organisation) {
        Forbidden.unless(may.seeCollections(visitor));
        var page = CollectionPage.of(db, collection);
        var definition = definitions.of(page.card().definition());
        var title = title(page);
        return desk.page(
                "equality/collection",
                title,
                List.of(new Crumb(desk.say("equality.title"), visitor.base() + "/equality"), Desk.here(title)),
                Map.of(
                        "page",
                        page,
                        "definition",
                        definition,
                        "counting",
                        page.organisations().stream()
                                .filter(it -> counts(visitor, it.id(), organisation))
                                .toList(),
                        "leads",
                        may.lead(visitor),
                        "declares",
                        collections.individualAllowed()));
    }

    /// Partners count their own; the office chooses for whom it does.
    private boolean counts(Visitor visitor, UUID organisation, String chosen) {
        return visitor.worksFor(organisation)
                || may.count(visitor, organisation) && organisation.toString().equals(chosen);
    }

    private String title(CollectionPage page) {
        return desk.say(
                "equality.collection.title",
                definitions.of(page.card().definition()).title().in(desk.locale()),
                desk.date(page.card().reportingOn()));
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/organisations/{organisation}")
    String count(
            Visitor visitor,
            @PathVariable UUID collection,
            @PathVariable UUID organisation,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.count(visitor, organisation));
        var page = CollectionPage.of(db, collection);
        var definition = definitions.of(page.card().definition());
        var counts = new HashMap<UUID, Map<String, Long>>();
        for (var line : page.lines()) {
            var answers = new HashMap<String, Long>();
            for (var option : definition.options())
                answers.put(
                        option.key(),
                        number(given.getOrDefault(CollectionPage.field(line.id(), option.key()), "")
                                .strip()));
            counts.put(line.id(), answers);
        }
        intake.enter(new CollectionId(collection), organisation, counts);
        return redirects.told(request, path(visitor, collection), "equality.counted");
    }

    private static long number(String typed) {
        if (typed.isEmpty()) return 0;
        if (!typed.matches("\\d{1,10}")) throw new Refused("equality.number-wrong");
        return Long.parseLong(typed);
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/lines")
    String name(
            Visitor visitor,
            @PathVariable UUID collection,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var namings = new HashMap<UUID, Naming>();
        for (var line : CollectionPage.of(db, collection).lines()) {
            var carried = given.getOrDefault("same-" + line.id(), "");
            namings.put(
                    line.id(),
                    new Naming(
                            given.getOrDefault("name-" + line.id(), line.name()),
                            strand(carried),
                            carried.equals("NEW")));
        }
        collections.name(new CollectionId(collection), namings);
        return redirects.done(request, path(visitor, collection), "equality.lines.named");
    }

    private static @Nullable UUID strand(String carried) {
        if (!carried.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) return null;
        return UUID.fromString(carried);
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/slips")
    ModelAndView handOut(
            Visitor visitor,
            @PathVariable UUID collection,
            @RequestParam UUID line,
            @RequestParam(defaultValue = "") String number) {
        Forbidden.unless(may.lead(visitor));
        int wanted = number.strip().matches("\\d{1,4}") ? Integer.parseInt(number.strip()) : 0;
        var secrets = intake.handOut(new CollectionId(collection), line, wanted);
        var page = CollectionPage.of(db, collection);
        var title = desk.say("equality.slips.title");
        return desk.page(
                "equality/slips",
                title,
                List.of(
                        new Crumb(desk.say("equality.title"), visitor.base() + "/equality"),
                        new Crumb(title(page), path(visitor, collection)),
                        Desk.here(title)),
                Map.of(
                        "addresses",
                                secrets.stream()
                                        .map(it -> doors.address("/n/" + visitor.slug() + "/equality/" + it))
                                        .toList(),
                        "body",
                                page.lines().stream()
                                        .filter(it -> it.id().equals(line))
                                        .findFirst()
                                        .map(CollectionPage.Line::name)
                                        .orElseThrow(),
                        "question",
                                definitions.of(page.card().definition()).title().in(desk.locale()),
                        "back", path(visitor, collection)));
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/declaration")
    String declare(
            Visitor visitor,
            @PathVariable UUID collection,
            @RequestParam UUID line,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String consent,
            HttpServletRequest request) {
        Forbidden.unless(may.declare(visitor));
        intake.declare(new CollectionId(collection), line, answer, consent.equals("true"), desk.today());
        return redirects.told(request, path(visitor, collection), "equality.declared");
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/declaration/removal")
    String withdraw(Visitor visitor, @PathVariable UUID collection, HttpServletRequest request) {
        Forbidden.unless(may.declare(visitor));
        intake.withdraw(new CollectionId(collection));
        return redirects.told(request, path(visitor, collection), "equality.withdrawn");
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/closing")
    String close(Visitor visitor, @PathVariable UUID collection, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        collections.close(new CollectionId(collection), desk.today());
        return redirects.told(request, path(visitor, collection), "equality.closed-now");
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/release")
    String publish(Visitor visitor, @PathVariable UUID collection, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var release = control.publish(new CollectionId(collection), desk.today());
        return redirects.told(request, visitor.base() + "/equality/releases/" + release, "equality.published");
    }

    @PostMapping("/w/{network}/equality/collections/{collection}/removal")
    String remove(Visitor visitor, @PathVariable UUID collection, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        collections.remove(new CollectionId(collection));
        return redirects.told(request, visitor.base() + "/equality", "equality.collection.removed");
    }

    private static String path(Visitor visitor, UUID collection) {
        return visitor.base() + "/equality/collections/" + collection;
    }
}
