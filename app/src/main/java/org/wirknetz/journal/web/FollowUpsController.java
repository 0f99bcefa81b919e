package org.wirknetz.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.journal.FollowUpId;
import org.wirknetz.journal.FollowUps;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// Follow-ups: due, done, put off, dropped.
@Controller
class FollowUpsController {

    private static final String PATH = "/journal/follow-ups";

    private final JdbcClient db;
    private final FollowUps followUps;
    private final JournalPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    FollowUpsController(JdbcClient db, FollowUps followUps, JournalPermissions may, Desk desk, Redirects redirects) {
        this.db = db;
        this.followUps = followUps;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/journal/follow-ups")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.keep(visitor));
        var list = FollowUpList.of(db, visitor.base() + PATH, given, desk.today());
        var title = desk.say("journal.follow-ups");
        return desk.page(
                "journal/follow-ups",
                title,
                List.of(new Crumb(desk.say("journal.title"), visitor.base() + "/journal"), Desk.here(title)),
                Map.of(
                        "list", list,
                        "filters", List.of(states(list)),
                        "due", FollowUpList.due(db, desk.today()),
                        "later", later()));
    }

    /// In a week, on a working day.
    private LocalDate later() {
        var day = desk.today().plusDays(7);
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.plusDays(2);
            case SUNDAY -> day.plusDays(1);
            case MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY -> day;
        };
    }

    private Filter states(FollowUpList list) {
        var choices = new LinkedHashMap<String, String>();
        choices.put("", desk.say("journal.state.open"));
        choices.put("due", desk.say("journal.state.due"));
        choices.put("done", desk.say("journal.state.done"));
        return list.asked().filter("state", desk.say("journal.state.open"), choices);
    }

    @GetMapping("/w/{network}/journal/follow-ups/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.keep(visitor));
        var list = FollowUpList.of(db, visitor.base() + PATH, given, desk.today());
        return Spreadsheet.of(visitor.slug() + "-follow-ups", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, FollowUpList list) {
        table.table(
                "follow-ups",
                Stream.of("due", "what", "organisation", "person", "postponed", "done")
                        .map(it -> desk.say("journal.column." + it))
                        .toList());
        for (var row : list.rows()) {
            table.row(List.of(
                    Spreadsheet.day(row.dueOn()),
                    Cell.of(row.what()),
                    Cell.of(row.name()),
                    Cell.of(row.person()),
                    new Cell.Amount(BigDecimal.valueOf(row.postponed())),
                    Spreadsheet.day(row.doneOn())));
        }
    }

    @PostMapping("/w/{network}/journal/follow-ups/{followUp}/done")
    String done(Visitor visitor, @PathVariable UUID followUp, HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        followUps.done(new FollowUpId(followUp), desk.today());
        return redirects.done(request, visitor.base() + PATH, "journal.follow-up.done");
    }

    @PostMapping("/w/{network}/journal/follow-ups/{followUp}/postponement")
    String postpone(
            Visitor visitor,
            @PathVariable UUID followUp,
            @RequestParam(defaultValue = "") String until,
            HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        var day = TouchpointForm.day(until);
        if (day == null) throw new Refused("journal.no-day", until.length() > 80 ? until.substring(0, 80) : until);
        if (day.isBefore(desk.today())) throw new Refused("journal.due.past");
        followUps.postpone(new FollowUpId(followUp), day);
        return redirects.done(request, visitor.base() + PATH, "journal.follow-up.postponed", desk.date(day));
    }

    @PostMapping("/w/{network}/journal/follow-ups/{followUp}/removal")
    String drop(Visitor visitor, @PathVariable UUID followUp, HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        followUps.drop(new FollowUpId(followUp));
        return redirects.done(request, visitor.base() + PATH, "journal.follow-up.dropped");
    }
}
