package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.meetings.VenueEntry;
import org.wirknetz.meetings.Venues;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// Places the network meets at.
@Controller
class VenuesController {

    private final JdbcClient db;
    private final Venues venues;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    VenuesController(JdbcClient db, Venues venues, MeetingsPermissions may, MeetingsDesk desk, Redirects redirects) {
        this.db = db;
        this.venues = venues;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/venues")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.see(visitor));
        return desk.page(
                "venues",
                desk.say("meetings.venues"),
                List.of(desk.meetings(visitor), Desk.here(desk.say("meetings.venues"))),
                Map.of("venues", VenueRows.of(db), "plans", may.plan(visitor)));
    }

    @GetMapping("/w/{network}/meetings/venues/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.plan(visitor));
        return form(visitor, VenueRows.Row.BLANK, List.of());
    }

    @PostMapping("/w/{network}/meetings/venues")
    Object add(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor));
        try {
            var entry = entry(given);
            venues.add(entry);
            return redirects.done(request, visitor.base() + "/meetings/venues", "meetings.venue.added", entry.name());
        } catch (Refused refused) {
            return again(visitor, VenueRows.typed(null, given), refused);
        }
    }

    @GetMapping("/w/{network}/meetings/venues/{venue}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID venue) {
        Forbidden.unless(may.plan(visitor));
        return form(visitor, VenueRows.one(db, venue), List.of());
    }

    @PostMapping("/w/{network}/meetings/venues/{venue}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID venue,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor));
        VenueRows.one(db, venue);
        var typed = VenueRows.typed(venue, given);
        try {
            var entry = entry(given);
            venues.revise(venue, typed.version(), entry);
            return redirects.done(request, visitor.base() + "/meetings/venues", "meetings.venue.saved", entry.name());
        } catch (Refused refused) {
            return again(visitor, typed, refused);
        }
    }

    @PostMapping("/w/{network}/meetings/venues/{venue}/removal")
    String remove(Visitor visitor, @PathVariable UUID venue, HttpServletRequest request) {
        Forbidden.unless(may.plan(visitor));
        venues.remove(venue);
        return redirects.done(request, visitor.base() + "/meetings/venues", "meetings.venue.removed");
    }

    private ModelAndView again(Visitor visitor, VenueRows.Row typed, Refused refused) {
        return desk.again(form(
                visitor, typed, List.of(new Problem("name", desk.say(refused.key(), refused.values())))));
    }

    private ModelAndView form(Visitor visitor, VenueRows.Row venue, List<Problem> problems) {
        var title = desk.say(venue.id() == null ? "meetings.venue.new" : "meetings.venue.edit");
        return desk.page(
                "venue-form",
                title,
                List.of(
                        desk.meetings(visitor),
                        new Crumb(desk.say("meetings.venues"), visitor.base() + "/meetings/venues"),
                        Desk.here(title)),
                Map.of(
                        "venue",
                        venue,
                        "problems",
                        problems,
                        "organisations",
                        desk.organisations(desk.say("meetings.no-host"), venue.organisation())));
    }

    private static VenueEntry entry(Map<String, String> given) {
        return new VenueEntry(
                given.getOrDefault("name", ""),
                given.get("street"),
                given.get("postcode"),
                given.get("city"),
                Arrays.stream(VenueEntry.StepFree.values())
                        .filter(it -> it.name().equals(given.get("stepFree")))
                        .findFirst()
                        .orElse(VenueEntry.StepFree.UNKNOWN),
                given.get("accessNote"),
                given.get("directions"),
                VenueRows.typed(null, given).organisation());
    }
}
