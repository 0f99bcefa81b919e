package org.wirknetz.journal.web;

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
import org.wirknetz.journal.Counterparts;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.journal.TouchpointId;
import org.wirknetz.journal.Touchpoints;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One line of the journal: correct it, take it away.
@Controller
class TouchpointController {

    private final JdbcClient db;
    private final Touchpoints touchpoints;
    private final Counterparts counterparts;
    private final JournalPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    TouchpointController(
            JdbcClient db,
            Touchpoints touchpoints,
            Counterparts counterparts,
            JournalPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.touchpoints = touchpoints;
        this.counterparts = counterparts;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private record Kept(
            String name,
            @Nullable String person,
            String kind,
            LocalDate heldOn,
            String topic,
            @Nullable Integer minutes,
            int version) {

        TouchpointForm form() {
            return new TouchpointForm(
                    version,
                    person == null ? name : person + Counterparts.DOT + name,
                    kind,
                    heldOn.toString(),
                    topic,
                    minutes == null ? "" : minutes.toString(),
                    "",
                    "");
        }
    }

    @GetMapping("/w/{network}/journal/{touchpoint}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID touchpoint) {
        Forbidden.unless(may.keep(visitor));
        return form(visitor, touchpoint, kept(touchpoint).form(), List.of());
    }

    private Kept kept(UUID touchpoint) {
        return db.sql("""
                        select o.name, p.name as person, t.kind, t.held_on, t.topic, t.minutes, t.version
                          from journal.touchpoint t
                          join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                          left join directory.person_card p on p.network = t.network and p.id = t.person
                         where t.id = ?
                        """).param(touchpoint).query(Kept.class).optional().orElseThrow(NotFound::new);
    }

    private ModelAndView form(Visitor visitor, UUID touchpoint, TouchpointForm form, List<Problem> problems) {
        var title = desk.say("journal.edit");
        return desk.page(
                "journal/touchpoint",
                title,
                List.of(new Crumb(desk.say("journal.title"), visitor.base() + "/journal"), Desk.here(title)),
                Map.of(
                        "form", form,
                        "problems", problems,
                        "touchpoint", touchpoint,
                        "proposed", counterparts.proposed(desk.today())));
    }

    @PostMapping("/w/{network}/journal/{touchpoint}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID touchpoint,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        var form = TouchpointForm.of(given, desk.today());
        var before = kept(touchpoint).form();
        var found = counterparts.called(form.with(), desk.today());
        // Whoever has left since still stands in what was noted before.
        boolean same = found.isEmpty() && form.with().equals(before.with());
        var problems = form.problems(desk, same ? List.of(same(touchpoint)) : found);
        if (!problems.isEmpty()) return desk.again(form(visitor, touchpoint, form, problems));
        var one = same ? same(touchpoint) : found.getFirst();
        touchpoints.revise(new TouchpointId(touchpoint), form.version(), form.entry(one));
        return redirects.done(request, visitor.base() + "/journal", "journal.revised", one.name());
    }

    private Counterparts.Counterpart same(UUID touchpoint) {
        return db.sql("""
                        select t.organisation, t.person, o.name from journal.touchpoint t
                          join directory.organisation_card o on o.network = t.network and o.id = t.organisation
                         where t.id = ?
                        """)
                .param(touchpoint)
                .query(Counterparts.Counterpart.class)
                .single();
    }

    @PostMapping("/w/{network}/journal/{touchpoint}/removal")
    String remove(Visitor visitor, @PathVariable UUID touchpoint, HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        var name = kept(touchpoint).name();
        touchpoints.remove(new TouchpointId(touchpoint));
        return redirects.done(request, visitor.base() + "/journal", "journal.removed", name);
    }
}
