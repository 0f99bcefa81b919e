package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Harvest;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.Minutes;
import org.wirknetz.meetings.MinutesText;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Writing the minutes: every part saves itself while somebody types.
@Controller
class MinutesController {

    private final JdbcClient db;
    private final Minutes minutes;
    private final MinutesText texts;
    private final Harvest harvest;
    private final DayDoor door;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    MinutesController(
            JdbcClient db,
            Minutes minutes,
            MinutesText texts,
            Harvest harvest,
            DayDoor door,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.minutes = minutes;
        this.texts = texts;
        this.harvest = harvest;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/{meeting}/minutes")
    ModelAndView show(Visitor visitor, @PathVariable UUID meeting) {
        var card = door.see(visitor, meeting);
        boolean runs = door.runs(visitor, card);
        var page = MinutesPage.of(db, meeting);
        if (page.isEmpty() && !runs) throw new NotFound();
        var model = new HashMap<String, @Nullable Object>();
        model.put("page", page.orElse(null));
        model.put("name", card.title());
        model.put("path", MeetingsDesk.path(visitor, meeting));
        model.put("runs", runs);
        model.put(
                "unmarked",
                runs
                        ? DayPage.of(db, meeting).unmarked().stream()
                                .map(DayPage.Line::name)
                                .toList()
                        : List.of());
        model.put(
                "amends",
                runs
                        || db.sql("select meetings.was_there(?)")
                                .param(meeting)
                                .query(Boolean.class)
                                .single());
        return desk.page(
                "minutes",
                desk.say("meetings.minutes.of", card.title()),
                List.of(
                        desk.meetings(visitor),
                        MeetingsDesk.meeting(visitor, card),
                        new Crumb(desk.say("meetings.day"), DayController.day(visitor, meeting)),
                        Desk.here(desk.say("meetings.minutes"))),
                model);
    }

    private void running(Visitor visitor, UUID meeting) {
        Forbidden.unless(door.runs(visitor, door.see(visitor, meeting)));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes")
    String begin(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        minutes.begin(new MeetingId(meeting), visitor.name());
        return redirects.done(request, path(visitor, meeting), "meetings.minutes.begun");
    }

    /// @param quiet sent by the page while somebody types: answered with the version, or with what somebody
    /// else wrote
    @PostMapping("/w/{network}/meetings/{meeting}/minutes/parts/{part}")
    Object save(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID part,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "false") boolean quiet,
            HttpServletRequest request) {
        running(visitor, meeting);
        var saved = minutes.save(new MeetingId(meeting), part, version, body, visitor.name());
        if (quiet)
            return switch (saved) {
                case Minutes.Kept(var now) -> ResponseEntity.ok(Map.of("version", now));
                case Minutes.Second(var now, var theirs) ->
                    ResponseEntity.status(HttpStatus.CONFLICT).body(Map.of("version", now, "theirs", theirs));
            };
        var to = path(visitor, meeting) + "#part-" + part;
        return saved instanceof Minutes.Kept
                ? redirects.done(request, to, "meetings.minutes.saved")
                : redirects.told(request, to, "meetings.minutes.second");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/seconds/{second}")
    String settle(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID second,
            @RequestParam(defaultValue = "false") boolean append,
            HttpServletRequest request) {
        running(visitor, meeting);
        minutes.settle(new MeetingId(meeting), second, append);
        return redirects.done(
                request, path(visitor, meeting), append ? "meetings.minutes.appended" : "meetings.minutes.put-away");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/outcomes")
    String bring(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        var brought = harvest.bring(new MeetingId(meeting));
        return redirects.done(
                request,
                path(visitor, meeting) + "#outcomes",
                "meetings.harvest.brought",
                brought.decisions(),
                brought.tasks(),
                brought.changed());
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/proposal")
    String propose(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        minutes.propose(new MeetingId(meeting));
        return redirects.done(request, path(visitor, meeting), "meetings.minutes.proposed");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/withdrawal")
    String withdraw(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        minutes.withdraw(new MeetingId(meeting));
        return redirects.done(request, path(visitor, meeting), "meetings.minutes.withdrawn");
    }

    /// By those who were there.
    @PostMapping("/w/{network}/meetings/{meeting}/minutes/amendments")
    String amend(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        var card = door.see(visitor, meeting);
        Forbidden.unless(door.runs(visitor, card)
                || db.sql("select meetings.was_there(?)")
                        .param(meeting)
                        .query(Boolean.class)
                        .single());
        var organisation = visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
        minutes.amend(new MeetingId(meeting), organisation, visitor.name(), body);
        return redirects.told(request, path(visitor, meeting) + "#amendments", "meetings.minutes.amended");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/amendments/{amendment}")
    String answer(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID amendment,
            @RequestParam(defaultValue = "false") boolean taken,
            @RequestParam(defaultValue = "") String answer,
            HttpServletRequest request) {
        running(visitor, meeting);
        minutes.answer(new MeetingId(meeting), amendment, taken, answer);
        return redirects.done(request, path(visitor, meeting) + "#amendments", "meetings.minutes.answered");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/minutes/approval")
    String approve(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        running(visitor, meeting);
        minutes.approve(new MeetingId(meeting), () -> texts.of(new MeetingId(meeting)));
        return redirects.told(request, path(visitor, meeting), "meetings.minutes.approved");
    }

    private static String path(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "/minutes";
    }
}
