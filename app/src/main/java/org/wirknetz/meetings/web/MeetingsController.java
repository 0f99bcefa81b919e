package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingKind;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.When;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.tables.Cell;
import org.wirknetz.platform.tables.TableWriter;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Filter;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.Spreadsheet;

/// The list of meetings, and the planning of one.
@Controller
class MeetingsController {

    private final JdbcClient db;
    private final Meetings meetings;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    MeetingsController(
            JdbcClient db, Meetings meetings, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.db = db;
        this.meetings = meetings;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings")
    ModelAndView list(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.enter(visitor));
        if (!may.see(visitor)) return dates();
        var list = list(visitor, given, false);
        return desk.page(
                "meetings",
                desk.say("meetings.title"),
                List.of(Desk.here(desk.say("meetings.title"))),
                Map.of(
                        "list",
                        list,
                        "filters",
                        filters(list),
                        "mayPlan",
                        may.plan(visitor),
                        "strays",
                        may.planAll(visitor) ? ReplyRows.open(db) : 0));
    }

    private MeetingList list(Visitor visitor, Map<String, String> given, boolean whole) {
        return MeetingList.of(db, visitor.base() + "/meetings", given, desk.now(), whole);
    }

    /// What a funder may know: titles and days of what the whole network is invited to.
    private ModelAndView dates() {
        return desk.page(
                "dates",
                desk.say("meetings.title"),
                List.of(Desk.here(desk.say("meetings.title"))),
                Map.of("dates", NetworkDates.of(db)));
    }

    private List<Filter> filters(MeetingList list) {
        var when = new LinkedHashMap<String, String>();
        when.put("", desk.say("meetings.filter.ahead"));
        when.put("past", desk.say("meetings.filter.past"));
        when.put("all", desk.say("meetings.filter.all"));
        var kinds = new LinkedHashMap<String, String>();
        for (var kind : MeetingKind.values()) kinds.put(kind.name(), desk.say("meetings.kind." + kind));
        var groups = new LinkedHashMap<String, String>();
        db.sql(
                        "select id, name from groups.group_card where network = platform.network() order by platform.fold(name), id")
                .query(row -> {
                    groups.put(row.getString("id"), row.getString("name"));
                });
        return List.of(
                list.asked().filter("when", "", when),
                list.asked()
                        .filter("kind", desk.say("meetings.filter.kind"), kinds)
                        .after(desk.say("meetings.filter.of")),
                list.asked().filter("group", desk.say("meetings.filter.group"), groups));
    }

    /// Exactly what the list shows, on all its pages.
    @GetMapping("/w/{network}/meetings/export")
    ResponseEntity<byte[]> export(Visitor visitor, @RequestParam Map<String, String> given) {
        Forbidden.unless(may.see(visitor));
        var list = list(visitor, given, true);
        return Spreadsheet.of(visitor.slug() + "-meetings", given.get("format"), table -> write(table, list));
    }

    private void write(TableWriter table, MeetingList list) {
        table.table(
                "meetings",
                Stream.of(
                                "starts", "from", "to", "title", "kind", "group", "place", "host", "state", "invited",
                                "coming")
                        .map(it -> desk.say("meetings.column." + it))
                        .toList());
        for (var row : list.rows()) {
            table.row(List.of(
                    Spreadsheet.day(row.starts().toLocalDate()),
                    Cell.of(When.hour(row.starts())),
                    Cell.of(When.hour(row.ends())),
                    Cell.of(row.title()),
                    Cell.of(desk.say("meetings.kind." + row.kind())),
                    Cell.of(row.groupName() == null ? "" : row.groupName()),
                    Cell.of(row.place() == null ? "" : row.place()),
                    Cell.of(row.host() == null ? "" : row.host()),
                    Cell.of(desk.say("meetings.state." + row.state())),
                    new Cell.Amount(BigDecimal.valueOf(row.invited())),
                    new Cell.Amount(BigDecimal.valueOf(row.coming()))));
        }
    }

    @GetMapping("/w/{network}/meetings/new")
    ModelAndView blank(
            Visitor visitor,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String day) {
        Forbidden.unless(may.plan(visitor));
        return form(visitor, MeetingForm.blank(group, day), List.of());
    }

    @PostMapping("/w/{network}/meetings")
    Object plan(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        var typed = new MeetingForm(given);
        Forbidden.unless(may.plan(visitor, typed.id("group")));
        return switch (typed.read(desk)) {
            case MeetingForm.Reading.Holes(var problems) -> desk.again(form(visitor, typed, problems));
            case MeetingForm.Reading.Whole(var entry) -> {
                var id = meetings.plan(entry);
                yield redirects.done(
                        request, MeetingsDesk.path(visitor, id.value()), "meetings.planned", entry.title());
            }
        };
    }

    private ModelAndView form(Visitor visitor, MeetingForm typed, List<Problem> problems) {
        var title = desk.say("meetings.new");
        return desk.page(
                "meeting-form",
                title,
                List.of(desk.meetings(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "problems",
                        problems,
                        "action",
                        visitor.base() + "/meetings",
                        "back",
                        visitor.base() + "/meetings",
                        "groups",
                        desk.groups(visitor, typed.id("group")),
                        "venues",
                        desk.venues(typed.id("venue")),
                        "hosts",
                        desk.organisations(desk.say("meetings.no-host"), typed.id("host"))));
    }
}
