package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.LoadBudgets;
import org.wirknetz.meetings.Contacts;
import org.wirknetz.meetings.Dispatches;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.Meetings;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.ClockSource;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Problem;
import org.wirknetz.platform.web.Redirects;

/// One meeting: show, change, cancel, take away.
@Controller
class MeetingController {

    private final JdbcClient db;
    private final Meetings meetings;
    private final Contacts contacts;
    private final Dispatches dispatches;
    private final LoadBudgets budgets;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    MeetingController(
            JdbcClient db,
            Meetings meetings,
            Contacts contacts,
            Dispatches dispatches,
            LoadBudgets budgets,
            MeetingsPermissions may,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.meetings = meetings;
        this.contacts = contacts;
        this.dispatches = dispatches;
        this.budgets = budgets;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/meetings/{meeting}")
    ModelAndView show(Visitor visitor, @PathVariable UUID meeting) {
        Forbidden.unless(may.see(visitor));
        var page = MeetingPage.of(db, meeting);
        boolean plans = may.plan(visitor, page.card().groupId());
        boolean over = page.card().ends().isBefore(LocalDateTime.ofInstant(desk.now(), ClockSource.ZONE));
        return desk.page(
                "meeting",
                page.card().title(),
                List.of(desk.meetings(visitor), Desk.here(page.card().title())),
                Map.of(
                        "page",
                        page,
                        "plans",
                        plans,
                        "agenda",
                        AgendaRows.of(db, meeting, page.card().starts()),
                        "papers",
                        PaperRows.of(db, meeting),
                        "coming",
                        new ComingPart(
                                InvitationRows.of(db, meeting),
                                plans ? dispatches.pending(new MeetingId(meeting)) : null,
                                over,
                                may.planAll(visitor),
                                plans && !over ? beyond(page.card()) : List.of()),
                        "people",
                        plans ? contacts.offered() : List.of(),
                        "organisations",
                        plans ? desk.organisations(desk.say("meetings.agenda.nobody"), null) : List.of()));
    }

    private record Sending(UUID organisation, int people) {}

    /// Of whom on the list this meeting asks more than they said they can give. Those who were told of it are counted
    /// already.
    private List<LoadBudgets.Beyond> beyond(MeetingPage.Card card) {
        var sending = db.sql("""
                        select organisation, count(*)::int as people from meetings.invitation
                         where meeting = ? and organisation is not null and answer is distinct from 'NO' group by organisation
                        """).param(card.id()).query(Sending.class).list().stream()
                .collect(Collectors.toMap(Sending::organisation, Sending::people));
        if (sending.isEmpty() || card.state().equals("CANCELLED")) return List.of();
        double hours = Duration.between(card.starts(), card.ends()).toMinutes() / 60.0;
        return budgets
                .beyond(
                        card.starts().toLocalDate(),
                        it -> card.state().equals("DRAFT") ? hours * sending.getOrDefault(it, 0) : 0)
                .stream()
                .filter(it -> sending.containsKey(it.organisation()))
                .toList();
    }

    @GetMapping("/w/{network}/meetings/{meeting}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID meeting) {
        desk.planning(visitor, meeting);
        return form(visitor, meeting, MeetingForm.of(MeetingPage.of(db, meeting).card()), List.of());
    }

    @PostMapping("/w/{network}/meetings/{meeting}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var card = desk.planning(visitor, meeting);
        var typed = new MeetingForm(given);
        Forbidden.unless(may.plan(visitor, typed.id("group")));
        return switch (typed.read(desk)) {
            case MeetingForm.Reading.Holes(var problems) -> desk.again(form(visitor, meeting, typed, problems));
            case MeetingForm.Reading.Whole(var entry) -> {
                meetings.revise(new MeetingId(meeting), typed.version(), entry);
                yield redirects.done(
                        request,
                        MeetingsDesk.path(visitor, meeting),
                        card.told() ? "meetings.saved-untold" : "meetings.saved",
                        entry.title());
            }
        };
    }

    private ModelAndView form(Visitor visitor, UUID meeting, MeetingForm typed, List<Problem> problems) {
        var card = desk.card(meeting);
        var path = MeetingsDesk.path(visitor, meeting);
        return desk.page(
                "meeting-form",
                desk.say("meetings.edit-of", card.title()),
                List.of(
                        desk.meetings(visitor),
                        MeetingsDesk.meeting(visitor, card),
                        Desk.here(desk.say("meetings.edit"))),
                Map.of(
                        "form",
                        typed,
                        "problems",
                        problems,
                        "action",
                        path,
                        "back",
                        path,
                        "groups",
                        desk.groups(visitor, typed.id("group")),
                        "venues",
                        desk.venues(typed.id("venue")),
                        "hosts",
                        desk.organisations(desk.say("meetings.no-host"), typed.id("host"))));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/cancellation")
    String cancel(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var card = desk.planning(visitor, meeting);
        meetings.cancel(new MeetingId(meeting), reason);
        return redirects.done(
                request,
                MeetingsDesk.path(visitor, meeting),
                card.told() ? "meetings.cancelled-untold" : "meetings.cancelled",
                card.title());
    }

    @PostMapping("/w/{network}/meetings/{meeting}/removal")
    String remove(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        var card = desk.planning(visitor, meeting);
        meetings.remove(new MeetingId(meeting));
        return redirects.done(request, visitor.base() + "/meetings", "meetings.removed", card.title());
    }
}
