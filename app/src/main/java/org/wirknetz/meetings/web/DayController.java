package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
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
import org.wirknetz.meetings.Attendance;
import org.wirknetz.meetings.Majority;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.Presence;
import org.wirknetz.meetings.RunningTasks;
import org.wirknetz.meetings.WorkshopPaper;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The day of a meeting on one screen: who is there, whether there is a quorum, what is voted on.
@Controller
class DayController {

    private final JdbcClient db;
    private final Attendance attendance;
    private final RunningTasks running;
    private final WorkshopPaper workshops;
    private final DayDoor door;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    DayController(
            JdbcClient db,
            Attendance attendance,
            RunningTasks running,
            WorkshopPaper workshops,
            DayDoor door,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.attendance = attendance;
        this.running = running;
        this.workshops = workshops;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/{meeting}/day")
    ModelAndView show(Visitor visitor, @PathVariable UUID meeting) {
        var card = door.see(visitor, meeting);
        boolean runs = door.runs(visitor, card);
        var page = DayPage.of(db, meeting);
        var title = desk.say("meetings.day");
        var model = new HashMap<String, Object>();
        model.put("page", page);
        model.put("path", MeetingsDesk.path(visitor, meeting));
        model.put("name", card.title());
        model.put("quorum", door.quorum(meeting));
        model.put("runs", runs && !card.state().equals("CANCELLED"));
        model.put("goesOn", door.goesOn(meeting));
        model.put("ballots", BallotRows.of(db, meeting));
        model.put("points", runs ? workshops.points(new MeetingId(meeting)) : List.of());
        model.put("tasks", running.of(new MeetingId(meeting), desk.today()));
        model.put(
                "organisations", runs ? desk.organisations(desk.say("meetings.day.no-organisation"), null) : List.of());
        model.put("givers", runs ? voting(meeting, page, false) : List.of());
        model.put("holders", runs ? voting(meeting, page, true) : List.of());
        model.put("items", runs ? items(meeting) : List.of());
        model.put(
                "majorities",
                Arrays.stream(Majority.values())
                        .map(it -> new Choice(it.name(), desk.say("meetings.majority." + it), it == Majority.SIMPLE))
                        .toList());
        return desk.page(
                "day",
                desk.say("meetings.day.of", card.title()),
                List.of(desk.meetings(visitor), MeetingsDesk.meeting(visitor, card), Desk.here(title)),
                model);
    }

    /// Organisations with a vote: those that are there hold proxies, the others give them.
    private List<Choice> voting(UUID meeting, DayPage page, boolean there) {
        var present = page.groups().stream()
                .filter(DayPage.Group::there)
                .map(it -> String.valueOf(it.organisation()))
                .toList();
        var voting = new java.util.ArrayList<Choice>();
        voting.add(new Choice("", desk.say("meetings.day.choose"), true));
        db.sql("""
                        select o.id, o.name from meetings.voting(?) v
                          join directory.organisation_card o on o.network = platform.network() and o.id = v
                         order by platform.fold(o.name), o.id
                        """).param(meeting).query(row -> {
            if (present.contains(row.getString("id")) == there)
                voting.add(new Choice(row.getString("id"), row.getString("name"), false));
        });
        return voting;
    }

    private List<Choice> items(UUID meeting) {
        var items = new java.util.ArrayList<Choice>();
        items.add(new Choice("", desk.say("meetings.ballot.no-item"), true));
        db.sql("select id, title from meetings.agenda_item where meeting = ? order by position, id")
                .param(meeting)
                .query(row -> {
                    items.add(new Choice(row.getString("id"), row.getString("title"), false));
                });
        return items;
    }

    private MeetingsDesk.Card running(Visitor visitor, UUID meeting) {
        var card = door.see(visitor, meeting);
        Forbidden.unless(door.runs(visitor, card));
        return card;
    }

    /// @param presence of [Presence]
    @PostMapping("/w/{network}/meetings/{meeting}/attendance")
    String mark(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean guest,
            @RequestParam(defaultValue = "PRESENT") String presence,
            HttpServletRequest request) {
        running(visitor, meeting);
        var said = Arrays.stream(Presence.values())
                .filter(it -> it.name().equals(presence))
                .findFirst()
                .orElseThrow(NotFound::new);
        var line = attendance.mark(new MeetingId(meeting), new Attendance.Who(organisation, person, name, guest), said);
        return redirects.done(
                request,
                line(visitor, meeting, line),
                "meetings.day.marked." + said,
                name.isBlank() ? "–" : name.strip());
    }

    /// Everybody is counted: whoever has no line is not there.
    @PostMapping("/w/{network}/meetings/{meeting}/attendance/rest")
    String rest(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        var left = DayPage.of(db, meeting).unmarked();
        attendance.rest(
                new MeetingId(meeting),
                left.stream()
                        .filter(it -> "NO".equals(it.answer()))
                        .map(DayController::who)
                        .toList(),
                left.stream()
                        .filter(it -> !"NO".equals(it.answer()))
                        .map(DayController::who)
                        .toList());
        return redirects.done(request, day(visitor, meeting) + "#attendance", "meetings.day.rest", left.size());
    }

    private static Attendance.Who who(DayPage.Line line) {
        return new Attendance.Who(line.organisation(), line.person(), line.name(), line.guest());
    }

    /// @param now they leave this minute
    @PostMapping("/w/{network}/meetings/{meeting}/attendance/{line}/times")
    String time(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID line,
            @RequestParam(defaultValue = "") String arrived,
            @RequestParam(defaultValue = "") String left,
            @RequestParam(defaultValue = "false") boolean now,
            HttpServletRequest request) {
        running(visitor, meeting);
        attendance.time(
                new MeetingId(meeting),
                line,
                door.moment(meeting, arrived),
                now ? desk.now() : door.moment(meeting, left));
        return redirects.done(request, line(visitor, meeting, line), "meetings.day.timed");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/attendance/{line}/removal")
    String remove(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID line, HttpServletRequest request) {
        running(visitor, meeting);
        attendance.remove(new MeetingId(meeting), line);
        return redirects.done(request, day(visitor, meeting), "meetings.day.removed");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/proxies")
    String lend(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(required = false) @Nullable UUID giver,
            @RequestParam(required = false) @Nullable UUID holder,
            HttpServletRequest request) {
        running(visitor, meeting);
        if (giver == null || holder == null) throw new Refused("meetings.day.proxy.missing");
        attendance.lend(new MeetingId(meeting), giver, holder);
        return redirects.done(request, day(visitor, meeting) + "#proxies", "meetings.day.proxy.lent");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/proxies/{proxy}/removal")
    String takeBack(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID proxy, HttpServletRequest request) {
        running(visitor, meeting);
        attendance.takeBack(new MeetingId(meeting), proxy);
        return redirects.done(request, day(visitor, meeting) + "#proxies", "meetings.day.proxy.taken-back");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/agenda/running-tasks")
    String carry(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        running.carry(new MeetingId(meeting), desk.say("meetings.running"), desk.today());
        return redirects.done(request, MeetingsDesk.path(visitor, meeting), "meetings.running.carried");
    }

    /// Back to the line: whoever counts heads does not scroll after each.
    private static String line(Visitor visitor, UUID meeting, UUID line) {
        return day(visitor, meeting) + "#line-" + line;
    }

    static String day(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "/day";
    }
}
