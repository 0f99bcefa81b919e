package org.wirknetz.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.journal.ContactKind;
import org.wirknetz.journal.Counterparts;
import org.wirknetz.journal.FollowUpId;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.journal.Touchpoints;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// The journal: one line after a call, and all lines so far.
@Controller
class JournalController {

    private final JdbcClient db;
    private final Touchpoints touchpoints;
    private final Counterparts counterparts;
    private final JournalPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    JournalController(
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

    @GetMapping("/w/{network}/journal")
    ModelAndView show(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.keep(visitor));
        var with = given.getOrDefault("with", "");
        return page(visitor, given, TouchpointForm.blank(desk.today(), with), List.of());
    }

    private ModelAndView page(Visitor visitor, Map<String, String> given, TouchpointForm form, List<Problem> problems) {
        var asked = TouchpointList.asked(visitor.base() + "/journal", given);
        var list = TouchpointList.of(db, asked, desk.today(), TouchpointList.PAGE);
        var settled = settles(form);
        return desk.page(
                "journal/journal",
                desk.say("journal.title"),
                List.of(Desk.here(desk.say("journal.title"))),
                Map.of(
                        "list", list,
                        "filters", List.of(kinds(list), since(list)),
                        "form", form,
                        "problems", problems,
                        "settles", settled,
                        "proposed", counterparts.proposed(desk.today()),
                        "due", FollowUpList.due(db, desk.today())));
    }

    /// What is open with whoever is named, to be settled by the same line.
    private List<FollowUpList.Row> settles(TouchpointForm form) {
        if (form.with().isEmpty()) return List.of();
        var found = counterparts.called(form.with(), desk.today());
        return found.size() == 1 ? FollowUpList.openWith(db, found.getFirst().organisation()) : List.of();
    }

    private Filter kinds(TouchpointList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("journal.kind.all"));
        for (var kind : ContactKind.values()) choices.put(kind.name(), desk.say("journal.kind." + kind));
        return list.asked().filter("kind", desk.say("journal.kind.all"), choices);
    }

    private Filter since(TouchpointList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("journal.since.all"));
        for (var days : List.of("30", "90", "365")) choices.put(days, desk.say("journal.since." + days));
        return list.asked().filter("since", desk.say("journal.since.all"), choices);
    }

    @PostMapping("/w/{network}/journal")
    Object note(
            Visitor visitor,
            @RequestParam Map<String, String> given,
            @RequestParam(name = "settled", required = false) @Nullable List<UUID> settled,
            HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        var form = TouchpointForm.of(given, desk.today());
        var found = counterparts.called(form.with(), desk.today());
        var problems = form.problems(desk, found);
        if (!problems.isEmpty()) return desk.again(page(visitor, Map.of(), form, problems));
        var one = found.getFirst();
        touchpoints.note(form.entry(one), form.step(), settled == null ? List.of() : ids(settled), desk.today());
        return redirects.done(request, visitor.base() + "/journal", "journal.noted", one.name());
    }

    private static List<FollowUpId> ids(List<UUID> settled) {
        return settled.stream().map(FollowUpId::new).toList();
    }

    /// Exactly what the list shows, all its pages.
    @GetMapping("/w/{network}/journal/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.keep(visitor));
        var asked = TouchpointList.asked(visitor.base() + "/journal", given);
        var list = TouchpointList.of(db, asked, desk.today(), 0);
        return Spreadsheet.of(visitor.slug() + "-journal", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, TouchpointList list) {
        table.table(
                "journal",
                Stream.of("on", "organisation", "person", "kind", "topic", "minutes", "by")
                        .map(it -> desk.say("journal.column." + it))
                        .toList());
        for (var row : list.rows()) {
            var minutes = row.minutes();
            table.row(Arrays.asList(
                    Spreadsheet.day(row.heldOn()),
                    Cell.of(row.name()),
                    Cell.of(row.person()),
                    Cell.of(desk.say("journal.kind." + row.kind())),
                    Cell.of(row.topic()),
                    minutes == null ? Cell.BLANK : new Cell.Amount(BigDecimal.valueOf(minutes)),
                    Cell.of(row.by())));
        }
    }
}
