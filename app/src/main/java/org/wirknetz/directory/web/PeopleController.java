package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
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
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.Abbreviations;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.directory.Newcomers;
import org.wirknetz.directory.OrganisationId;
import org.wirknetz.directory.Organisations;
import org.wirknetz.directory.People;
import org.wirknetz.directory.PersonId;
import org.wirknetz.directory.SavedViews;
import org.wirknetz.directory.Sight;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Redirects;

/// People: the list, one of them, a new one.
@Controller
class PeopleController {

    private final JdbcClient db;
    private final Desk desk;
    private final DirectoryPermissions may;
    private final People people;
    private final Newcomers newcomers;
    private final Organisations organisations;
    private final Abbreviations abbreviations;
    private final History history;
    private final SavedViews views;
    private final Redirects redirects;

    PeopleController(
            JdbcClient db,
            Desk desk,
            DirectoryPermissions may,
            People people,
            Newcomers newcomers,
            Organisations organisations,
            Abbreviations abbreviations,
            History history,
            SavedViews views,
            Redirects redirects) {
        this.db = db;
        this.desk = desk;
        this.may = may;
        this.people = people;
        this.newcomers = newcomers;
        this.organisations = organisations;
        this.abbreviations = abbreviations;
        this.history = history;
        this.views = views;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/people")
    ModelAndView list(
            Visitor visitor,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) List<String> column) {
        Forbidden.unless(may.readPeople(visitor));
        var question = ListQuestion.of(visitor.base() + "/people", parameters, PersonList.PARAMETERS);
        if (column != null) return new ModelAndView("redirect:" + question.with("columns", String.join(",", column)));
        var sight = Sight.of(visitor);
        var shown = new PersonList(db, question, sight, desk.today(), abbreviations).page();
        var sentence = new Sentence(desk, question);
        if (sight.seesFormer()) {
            sentence.part(
                    desk.say("directory.people.filters.all"), "standing", named("standing", PersonList.STANDINGS));
        }
        sentence.part("", "gap", named("person-gap", sight.seesFormer() ? PersonList.GAPS : List.of("email")));
        return desk.page(
                "people",
                desk.say("directory.people.title"),
                List.of(desk.partners(visitor), Desk.here(desk.say("directory.people.title"))),
                Map.of(
                        "list",
                        new PeoplePage(
                                question,
                                shown.total(),
                                shown.rows(),
                                sentence.filters(),
                                views.of(visitor, "people", question.path()),
                                sight.seesFormer())));
    }

    private List<Choice> named(String prefix, List<String> values) {
        return values.stream()
                .map(it -> new Choice(it, desk.say("directory." + prefix + "." + it), false))
                .toList();
    }

    @GetMapping("/w/{network}/people/{id}")
    ModelAndView show(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String asOf) {
        Forbidden.unless(may.readPeople(visitor));
        var person = new PersonId(id);
        var sight = Sight.of(visitor);
        boolean maintains = may.maintain(visitor, person);
        var page = PersonPage.of(
                db,
                person,
                sight,
                desk.asOf(asOf),
                desk.today(),
                maintains,
                maintains ? history.of(id, sight) : List.of());
        return desk.page(
                "person",
                page.card().name(),
                List.of(
                        desk.partners(visitor),
                        new Crumb(desk.say("directory.people.title"), visitor.base() + "/people"),
                        Desk.here(page.card().name())),
                Map.of("person", page));
    }

    @GetMapping("/w/{network}/people/{id}.vcf")
    void card(Visitor visitor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Forbidden.unless(may.readPeople(visitor));
        var page = PersonPage.of(db, new PersonId(id), Sight.of(visitor), desk.today(), desk.today(), false, List.of());
        var card = page.card();
        Attachment.named(response, "text/vcard;charset=UTF-8", card.name() + ".vcf");
        try (var cards = new CardFile(response.getOutputStream())) {
            cards.begin("individual", card.id().toString(), card.name());
            cards.parts("N", card.familyName(), card.givenName(), "", card.title(), "");
            cards.address("EMAIL", card.email());
            cards.text("TEL", card.phone());
            cards.text("TEL", card.mobile());
            for (var post : page.present()) {
                cards.parts("ORG", post.organisation());
                cards.text("TITLE", post.function());
            }
            cards.end();
        }
    }

    @GetMapping("/w/{network}/people/new")
    ModelAndView blank(Visitor visitor, @RequestParam UUID organisation) {
        var known = organisations.entry(new OrganisationId(organisation));
        Forbidden.unless(may.maintain(visitor, new OrganisationId(organisation)));
        return form(
                visitor, fresh(visitor, organisation, Map.of()), known.entry().name(), null);
    }

    @PostMapping("/w/{network}/people")
    Object register(
            Visitor visitor,
            @RequestParam UUID organisation,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var place = new OrganisationId(organisation);
        var known = organisations.entry(place);
        Forbidden.unless(may.maintain(visitor, place));
        var form = fresh(visitor, organisation, typed).checked(desk);
        if (!form.problems().isEmpty()) {
            return desk.again(form(visitor, form, known.entry().name(), null));
        }
        var entry = form.entry(null);
        newcomers.welcome(
                entry,
                place,
                PostWords.kind(form.value("kind")),
                form.value("function"),
                PostWords.level(form.value("level")),
                form.date("from"));
        return redirects.done(
                request,
                visitor.base() + "/organisations/" + organisation,
                "directory.person.registered",
                entry.name());
    }

    @GetMapping("/w/{network}/people/{id}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID id) {
        var known = people.entry(new PersonId(id));
        Forbidden.unless(may.maintain(visitor, new PersonId(id)));
        var values = new HashMap<String, String>();
        known.entry().fields().forEach((field, value) -> values.put(field.column(), value));
        known.entry().visibility().forEach((field, to) -> values.put("visibility." + field, to.word()));
        var informed = known.entry().informedOn();
        if (informed != null) values.put("informed_on", informed.toString());
        var path = visitor.base() + "/people/" + id;
        return form(
                visitor,
                new PersonForm(path, path, known.version(), values, List.of(), visitor.isOffice()),
                null,
                known.entry().name());
    }

    @PostMapping("/w/{network}/people/{id}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        var person = new PersonId(id);
        var known = people.entry(person);
        Forbidden.unless(may.maintain(visitor, person));
        var path = visitor.base() + "/people/" + id;
        var form = new PersonForm(path, path, version, typed, List.of(), visitor.isOffice()).checked(desk);
        if (!form.problems().isEmpty()) {
            return desk.again(form(visitor, form, null, known.entry().name()));
        }
        people.revise(person, version, form.entry(known.entry()));
        return redirects.done(
                request, path, "directory.person.saved", known.entry().name());
    }

    @PostMapping("/w/{network}/people/{id}/information")
    String inform(Visitor visitor, @PathVariable UUID id, @RequestParam LocalDate on, HttpServletRequest request) {
        var known = people.entry(new PersonId(id));
        Forbidden.unless(may.maintainAll(visitor));
        if (on.isAfter(desk.today())) throw new Refused("directory.date.future");
        people.inform(new PersonId(id), on);
        return redirects.done(
                request,
                visitor.base() + "/people/" + id,
                "directory.person.informed",
                known.entry().name());
    }

    @PostMapping("/w/{network}/people/{id}/removal")
    String remove(Visitor visitor, @PathVariable UUID id, HttpServletRequest request) {
        var known = people.entry(new PersonId(id));
        Forbidden.unless(may.maintainAll(visitor));
        people.remove(new PersonId(id));
        return redirects.done(
                request,
                visitor.base() + "/people",
                "directory.person.removed",
                known.entry().name());
    }

    private PersonForm fresh(Visitor visitor, UUID organisation, Map<String, String> typed) {
        return new PersonForm(
                visitor.base() + "/people?organisation=" + organisation,
                visitor.base() + "/organisations/" + organisation,
                0,
                typed,
                List.of(),
                visitor.isOffice());
    }

    private ModelAndView form(Visitor visitor, PersonForm form, @Nullable String organisation, @Nullable String name) {
        var title = name == null
                ? desk.say("directory.person.new-in", organisation == null ? "" : organisation)
                : desk.say("directory.edit-of", name);
        return desk.page(
                "person-form",
                title,
                List.of(
                        desk.partners(visitor),
                        new Crumb(name == null ? desk.say("layout.cancel") : name, form.back())),
                Map.of("form", form));
    }
}
