package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.Answer;
import org.wirknetz.meetings.Answers;
import org.wirknetz.meetings.Contacts;
import org.wirknetz.meetings.Dispatches;
import org.wirknetz.meetings.Feeds;
import org.wirknetz.meetings.InvitationId;
import org.wirknetz.meetings.Invitations;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Redirects;

/// Who is asked to come: put on the list, told, taken off; and what they say.
@Controller
class InvitationsController {

    private final JdbcClient db;
    private final Invitations invitations;
    private final Answers answers;
    private final Dispatches dispatches;
    private final Contacts contacts;
    private final Feeds feeds;
    private final MeetingsPermissions may;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    InvitationsController(
            JdbcClient db,
            Invitations invitations,
            Answers answers,
            Dispatches dispatches,
            Contacts contacts,
            Feeds feeds,
            MeetingsPermissions may,
            MeetingsDesk desk,
            Redirects redirects) {
        this.db = db;
        this.invitations = invitations;
        this.answers = answers;
        this.dispatches = dispatches;
        this.contacts = contacts;
        this.feeds = feeds;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param who a name as in the directory; or else name and address of a guest
    @PostMapping("/w/{network}/meetings/{meeting}/invitations")
    String invite(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String language,
            HttpServletRequest request) {
        desk.planning(visitor, meeting);
        var contact = contacts.find(who);
        if (contact.isEmpty() && email.isBlank()) throw new Refused("meetings.invitation.whom");
        if (contact.isPresent()) invitations.invite(new MeetingId(meeting), contact.get());
        else inviteGuest(new MeetingId(meeting), name, email, language);
        return redirects.done(
                request,
                back(visitor, meeting),
                "meetings.invitation.added",
                contact.map(Contacts.Contact::name).orElse(email.strip()));
    }

    /// @param language in which the mails to them are written; that of the network where none is said
    private void inviteGuest(MeetingId meeting, String name, String email, String language) {
        var invitation = invitations.inviteGuest(meeting, name, email);
        if (language.equals("de") || language.equals("en")) invitations.reads(invitation, Locale.of(language));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/invitations/group")
    String inviteGroup(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        int added = invitations.inviteGroup(new MeetingId(meeting));
        return redirects.done(request, back(visitor, meeting), "meetings.invitation.several", added);
    }

    @PostMapping("/w/{network}/meetings/{meeting}/invitations/members")
    String inviteNetwork(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        Forbidden.unless(may.planAll(visitor));
        int added = invitations.inviteNetwork(new MeetingId(meeting));
        return redirects.done(request, back(visitor, meeting), "meetings.invitation.several", added);
    }

    @PostMapping("/w/{network}/meetings/{meeting}/invitations/{invitation}/removal")
    String remove(
            Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID invitation, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        boolean told = dispatches.uninvite(new MeetingId(meeting), new InvitationId(invitation));
        return told
                ? redirects.told(request, back(visitor, meeting), "meetings.invitation.removed-told")
                : redirects.done(request, back(visitor, meeting), "meetings.invitation.removed");
    }

    /// What somebody said by telephone.
    @PostMapping("/w/{network}/meetings/{meeting}/invitations/{invitation}/answer")
    String note(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID invitation,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String representedBy,
            HttpServletRequest request) {
        desk.planning(visitor, meeting);
        if (InvitationRows.of(db, meeting).rows().stream()
                .noneMatch(it -> it.id().equals(invitation))) throw new NotFound();
        var outcome = answers.say(new InvitationId(invitation), said(answer), representedBy, null, Answer.Way.OFFICE);
        return redirects.done(request, back(visitor, meeting), sentence(outcome), position(outcome));
    }

    /// Whoever is invited answers here; to what is for the whole network one may come without having been asked.
    @PostMapping("/w/{network}/meetings/{meeting}/answer")
    String answer(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") String representedBy,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var said = said(answer);
        desk.card(meeting);
        var own = InvitationRows.of(db, meeting).own();
        var invitation = own == null ? signUp(meeting) : new InvitationId(own.id());
        var outcome = answers.say(invitation, said, representedBy, comment, Answer.Way.WORKSPACE);
        return redirects.done(
                request, MeetingsDesk.path(visitor, meeting) + "#answer", sentence(outcome), position(outcome));
    }

    private InvitationId signUp(UUID meeting) {
        var open = db.sql("select circle = 'NETWORK' and state = 'INVITED' from meetings.meeting where id = ?")
                .param(meeting)
                .query(Boolean.class)
                .single();
        var contact = contacts.own();
        if (!open || contact.isEmpty()) throw new Refused("meetings.answer.not-invited");
        return invitations.invite(new MeetingId(meeting), contact.get());
    }

    private static Answer said(String answer) {
        return Arrays.stream(Answer.values())
                .filter(it -> it.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> new Refused("meetings.answer.which"));
    }

    private static String sentence(Answers.Outcome outcome) {
        return switch (outcome) {
            case Answers.Outcome.Noted(var answer) -> "meetings.answered." + answer;
            case Answers.Outcome.Waiting _ -> "meetings.answered.waiting";
        };
    }

    private static int position(Answers.Outcome outcome) {
        return outcome instanceof Answers.Outcome.Waiting(var place) ? place : 0;
    }

    /// Tells all who do not know yet, and all others what is different.
    @PostMapping("/w/{network}/meetings/{meeting}/dispatch")
    String send(Visitor visitor, @PathVariable UUID meeting, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        int sent = dispatches.send(new MeetingId(meeting));
        return redirects.told(request, back(visitor, meeting), "meetings.dispatch.sent", sent);
    }

    /// One meeting for one's own calendar.
    @GetMapping("/w/{network}/meetings/{meeting}/meeting.ics")
    ResponseEntity<String> file(Visitor visitor, @PathVariable UUID meeting) {
        Forbidden.unless(may.see(visitor));
        desk.card(meeting);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header("Content-Disposition", "attachment; filename=\"meeting.ics\"")
                .body(feeds.one(meeting));
    }

    private static String back(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "#invitations";
    }
}
