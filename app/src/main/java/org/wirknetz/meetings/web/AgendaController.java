package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.wirknetz.meetings.Agenda;
import org.wirknetz.meetings.AgendaEntry;
import org.wirknetz.meetings.Contacts;
import org.wirknetz.meetings.MeetingId;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// The agenda of one meeting: items come, change, move and go.
@Controller
class AgendaController {

    private final JdbcClient db;
    private final Agenda agenda;
    private final Contacts contacts;
    private final MeetingsDesk desk;
    private final Redirects redirects;

    AgendaController(JdbcClient db, Agenda agenda, Contacts contacts, MeetingsDesk desk, Redirects redirects) {
        this.db = db;
        this.agenda = agenda;
        this.contacts = contacts;
        this.desk = desk;
        this.redirects = redirects;
    }

    @PostMapping("/w/{network}/meetings/{meeting}/agenda")
    String add(
            Visitor visitor,
            @PathVariable UUID meeting,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        desk.planning(visitor, meeting);
        var entry = entry(given);
        agenda.add(new MeetingId(meeting), entry);
        return redirects.done(request, back(visitor, meeting), "meetings.agenda.added", entry.title());
    }

    @GetMapping("/w/{network}/meetings/{meeting}/agenda/{item}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID item) {
        var card = desk.planning(visitor, meeting);
        var page = MeetingPage.of(db, meeting);
        var row = AgendaRows.of(db, meeting, page.card().starts()).rows().stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.page(
                "agenda-form",
                desk.say("meetings.agenda.edit-of", row.title()),
                List.of(
                        desk.meetings(visitor),
                        MeetingsDesk.meeting(visitor, card),
                        Desk.here(desk.say("meetings.agenda.item"))),
                Map.of(
                        "item",
                        row,
                        "meeting",
                        meeting,
                        "speaker",
                        contacts.label(row.speakerPerson(), row.speakerOrganisation()),
                        "people",
                        contacts.offered(),
                        "proposers",
                        desk.organisations(desk.say("meetings.agenda.nobody"), row.proposer()),
                        "speakers",
                        desk.organisations(desk.say("meetings.agenda.nobody"), row.speakerOrganisation())));
    }

    @PostMapping("/w/{network}/meetings/{meeting}/agenda/{item}")
    String revise(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        desk.planning(visitor, meeting);
        var entry = entry(given);
        var version = given.getOrDefault("version", "");
        agenda.revise(new MeetingId(meeting), item, version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0, entry);
        return redirects.done(request, back(visitor, meeting), "meetings.agenda.saved", entry.title());
    }

    @PostMapping("/w/{network}/meetings/{meeting}/agenda/{item}/removal")
    String remove(Visitor visitor, @PathVariable UUID meeting, @PathVariable UUID item, HttpServletRequest request) {
        desk.planning(visitor, meeting);
        agenda.remove(new MeetingId(meeting), item);
        return redirects.done(request, back(visitor, meeting), "meetings.agenda.removed");
    }

    @PostMapping("/w/{network}/meetings/{meeting}/agenda/{item}/place")
    String shift(
            Visitor visitor,
            @PathVariable UUID meeting,
            @PathVariable UUID item,
            @RequestParam(defaultValue = "up") String towards,
            HttpServletRequest request) {
        desk.planning(visitor, meeting);
        agenda.shift(new MeetingId(meeting), item, !towards.equals("down"));
        return redirects.done(request, back(visitor, meeting), "meetings.agenda.shifted");
    }

    private AgendaEntry entry(Map<String, String> given) {
        var speaker = contacts.find(given.getOrDefault("speaker", ""));
        var speaking = id(given.getOrDefault("speaking", ""));
        return new AgendaEntry(
                given.getOrDefault("title", ""),
                oneOf(AgendaEntry.Kind.values(), given.getOrDefault("kind", "")).orElse(AgendaEntry.Kind.INFORMATION),
                minutes(given.getOrDefault("minutes", "").strip()),
                oneOf(AgendaEntry.Side.values(), given.getOrDefault("side", "")).orElse(null),
                speaker.map(Contacts.Contact::person).orElse(null),
                speaking == null ? speaker.map(Contacts.Contact::organisation).orElse(null) : speaking,
                id(given.getOrDefault("proposer", "")),
                given.getOrDefault("notes", ""));
    }

    private static <E extends Enum<E>> Optional<E> oneOf(E[] values, String name) {
        return Arrays.stream(values).filter(it -> it.name().equals(name)).findFirst();
    }

    private static @Nullable Integer minutes(String typed) {
        if (typed.isEmpty()) return null;
        if (!typed.matches("\\d{1,4}")) throw new Refused("meetings.agenda.no-minutes");
        return Integer.valueOf(typed);
    }

    private static @Nullable UUID id(String typed) {
        return typed.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") ? UUID.fromString(typed) : null;
    }

    private static String back(Visitor visitor, UUID meeting) {
        return MeetingsDesk.path(visitor, meeting) + "#agenda";
    }
}
