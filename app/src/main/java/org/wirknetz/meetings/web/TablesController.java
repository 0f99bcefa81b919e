package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.seating.Guest;
import org.wirknetz.meetings.seating.TablePlanner;
import org.wirknetz.meetings.seating.TablePlans;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The table plan of a meeting: made by the solver, explained, changed by hand, printed.
@Controller
class TablesController {

    private static final int USUAL = 6;

    private final TablePlans plans;
    private final TablePlanner planner;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    TablesController(
            TablePlans plans, TablePlanner planner, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.plans = plans;
        this.planner = planner;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/{meeting}/tables")
    ModelAndView show(Visitor visitor, @PathVariable("meeting") UUID id) {
        Forbidden.unless(may.see(visitor));
        var card = desk.card(id);
        boolean plansIt = may.plan(visitor, card.group());
        var guests = plans.guests(id);
        var tables = plans.tables(id, guests);
        var seats = plans.seats(id);
        var seated = seats.stream().map(TablePlans.Seat::invitation).collect(Collectors.toSet());
        return desk.page(
                "tables",
                desk.say("meetings.tables"),
                List.of(
                        desk.meetings(visitor),
                        MeetingsDesk.meeting(visitor, card),
                        Desk.here(desk.say("meetings.tables"))),
                Map.of(
                        "meeting",
                        id,
                        "name",
                        card.title(),
                        "guests",
                        guests,
                        "tables",
                        tables,
                        "unseated",
                        guests.stream().filter(it -> !seated.contains(it.id())).toList(),
                        "fixed",
                        seats.stream()
                                .filter(TablePlans.Seat::fixed)
                                .map(TablePlans.Seat::invitation)
                                .collect(Collectors.toSet()),
                        "apart",
                        plansIt ? plans.apart(id) : List.of(),
                        "plans",
                        plansIt,
                        "size",
                        tables.stream().mapToInt(it -> it.guests().size()).max().orElse(USUAL)));
    }

    /// Solved before anything is written, so that nobody waits for a lock meanwhile.
    @PostMapping("/w/{network}/meetings/{meeting}/tables")
    String plan(
            Visitor visitor,
            @PathVariable("meeting") UUID id,
            @RequestParam(defaultValue = "") String size,
            HttpServletRequest request) {
        desk.planning(visitor, id);
        int seats = number(size);
        if (seats < TablePlanner.SMALLEST_TABLE || seats > TablePlanner.LARGEST_TABLE)
            throw new Refused("meetings.table.size", TablePlanner.SMALLEST_TABLE, TablePlanner.LARGEST_TABLE);
        var guests = plans.guests(id);
        if (guests.size() < TablePlanner.LEAST || guests.size() > TablePlanner.MOST)
            throw new Refused("meetings.table.guests", TablePlanner.LEAST, TablePlanner.MOST, guests.size());
        var here = guests.stream().map(Guest::id).collect(Collectors.toSet());
        var fixed = plans.seats(id).stream()
                .filter(it -> it.fixed() && here.contains(it.invitation()))
                .collect(Collectors.toMap(TablePlans.Seat::invitation, TablePlans.Seat::table));
        plans.keep(id, planner.plan(guests, seats, fixed));
        return redirects.done(request, path(visitor, id), "meetings.table.planned", guests.size());
    }

    @PostMapping("/w/{network}/meetings/{meeting}/tables/seats")
    String move(
            Visitor visitor,
            @PathVariable("meeting") UUID id,
            @RequestParam UUID invitation,
            @RequestParam(defaultValue = "") String table,
            HttpServletRequest request) {
        desk.planning(visitor, id);
        plans.move(id, invitation, number(table));
        return redirects.done(request, path(visitor, id), "meetings.table.moved", number(table));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/tables/removal")
    String discard(Visitor visitor, @PathVariable("meeting") UUID id, HttpServletRequest request) {
        desk.planning(visitor, id);
        plans.discard(id);
        return redirects.done(request, path(visitor, id), "meetings.table.discarded");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/tables/apart")
    String keepApart(
            Visitor visitor,
            @PathVariable("meeting") UUID id,
            @RequestParam UUID one,
            @RequestParam UUID other,
            HttpServletRequest request) {
        desk.planning(visitor, id);
        plans.keepApart(id, one, other);
        return redirects.done(request, path(visitor, id) + "#apart", "meetings.table.apart-kept");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/tables/apart/{pair}/removal")
    String together(
            Visitor visitor, @PathVariable("meeting") UUID id, @PathVariable UUID pair, HttpServletRequest request) {
        desk.planning(visitor, id);
        plans.together(id, pair);
        return redirects.done(request, path(visitor, id) + "#apart", "meetings.table.apart-ended");
    }

    private static int number(String typed) {
        return typed.strip().matches("\\d{1,3}") ? Integer.parseInt(typed.strip()) : 0;
    }

    private static String path(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "/tables";
    }
}
