package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.Collections;
import org.wirknetz.equality.Definition;
import org.wirknetz.equality.Definitions;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.equality.Mode;
import org.wirknetz.equality.Subject;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// The beginning of a collection.
@Controller
class CollectionsController {

    private final JdbcClient db;
    private final Collections collections;
    private final Definitions definitions;
    private final EqualityPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    CollectionsController(
            JdbcClient db,
            Collections collections,
            Definitions definitions,
            EqualityPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.collections = collections;
        this.definitions = definitions;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/equality/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.lead(visitor));
        var beginning = Map.of(
                "definition", definitions.all().getFirst().id(),
                "reporting", CollectionForm.dates(desk.today()).getFirst().toString(),
                "lines", String.join("\n", groups()));
        return form(visitor, CollectionForm.of(beginning), List.of());
    }

    /// The bodies there are today: most of what one counts people of.
    private List<String> groups() {
        return db.sql("""
                        select name from groups.group_card where network = platform.network() and closed_on is null
                         order by platform.fold(name), id limit 30
                        """).query(String.class).list();
    }

    @PostMapping("/w/{network}/equality")
    Object begin(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.lead(visitor));
        var form = CollectionForm.of(given);
        var problems = form.problems(desk, definitions, collections.individualAllowed());
        if (!problems.isEmpty()) return desk.again(form(visitor, form, problems));
        var id = collections.begin(form.entry());
        return redirects.done(
                request, visitor.base() + "/equality/collections/" + id.value(), "equality.collection.begun");
    }

    private ModelAndView form(Visitor visitor, CollectionForm form, List<Problem> problems) {
        var title = desk.say("equality.new");
        return desk.page(
                "equality/collection-form",
                title,
                List.of(new Crumb(desk.say("equality.title"), visitor.base() + "/equality"), Desk.here(title)),
                Map.of(
                        "form", form,
                        "problems", problems,
                        "definitions", definitions(form),
                        "subjects", subjects(form),
                        "modes", modes(form),
                        "dates", dates(form),
                        "back", visitor.base() + "/equality"));
    }

    private List<Choice> definitions(CollectionForm form) {
        return definitions.all().stream()
                .map(it -> new Choice(it.id(), said(it.title()), it.id().equals(form.definition()), said(it.wording())))
                .toList();
    }

    private String said(Definition.Said words) {
        return words.in(desk.locale());
    }

    private List<Choice> subjects(CollectionForm form) {
        return Arrays.stream(Subject.values())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("equality.subject." + it),
                        it.name().equals(form.subject()),
                        desk.say("equality.subject." + it + ".help")))
                .toList();
    }

    private List<Choice> modes(CollectionForm form) {
        return Arrays.stream(Mode.values())
                .filter(it -> it != Mode.INDIVIDUAL || collections.individualAllowed())
                .map(it -> new Choice(
                        it.name(),
                        desk.say("equality.mode." + it),
                        it.name().equals(form.mode()),
                        desk.say("equality.mode." + it + ".help")))
                .toList();
    }

    private List<Choice> dates(CollectionForm form) {
        return CollectionForm.dates(desk.today()).stream()
                .map(it ->
                        new Choice(it.toString(), desk.date(it), it.toString().equals(form.reporting())))
                .toList();
    }
}
