package org.wirknetz.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.journal.PrivateNotes;
import org.wirknetz.journal.Rhythms;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// What the office has had to do with one organisation: contacts, what is open, the rhythm, one's own notes.
@Controller
public class ContactController {

    private static final int SHOWN = 100;

    private final JdbcClient db;
    private final Rhythms rhythms;
    private final PrivateNotes notes;
    private final JournalPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    ContactController(
            JdbcClient db,
            Rhythms rhythms,
            PrivateNotes notes,
            JournalPermissions may,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.rhythms = rhythms;
        this.notes = notes;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// @param own days of its own rhythm; null where the usual one counts
    public record Page(
            UUID organisation,
            String name,
            @Nullable Integer own,
            int usual,
            @Nullable LocalDate lastOn,
            List<Contact> contacts,
            List<FollowUpList.Row> open,
            List<PrivateNotes.Note> notes) {}

    public record Contact(UUID id, LocalDate heldOn, String kind, String topic, String person) {}

    private record Head(
            String name, @Nullable Integer own, @Nullable Integer usual) {}

    @GetMapping("/w/{network}/journal/partners/{organisation}")
    ModelAndView show(Visitor visitor, @PathVariable UUID organisation) {
        Forbidden.unless(may.keep(visitor));
        var head = head(organisation);
        var contacts = db.sql("""
                        select t.id, t.held_on, t.kind, t.topic, coalesce(p.name, '') as person from journal.touchpoint t
                          left join directory.person_card p on p.network = t.network and p.id = t.person
                         where t.organisation = :organisation order by t.held_on desc, t.created_at desc, t.id limit :shown
                        """)
                .param("organisation", organisation)
                .param("shown", SHOWN)
                .query(Contact.class)
                .list();
        var usual = head.usual();
        var page = new Page(
                organisation,
                head.name(),
                head.own(),
                usual == null ? Rhythms.USUAL : usual,
                contacts.isEmpty() ? null : contacts.getFirst().heldOn(),
                contacts,
                FollowUpList.openWith(db, organisation),
                notes.about(organisation));
        return desk.page(
                "journal/contact",
                desk.say("journal.with-one", head.name()),
                List.of(new Crumb(desk.say("journal.title"), visitor.base() + "/journal"), Desk.here(head.name())),
                Map.of("page", page));
    }

    private Head head(UUID organisation) {
        return db.sql("""
                        select o.name, own.days as own, usual.days as usual from directory.organisation_card o
                          left join journal.rhythm own on own.network = o.network and own.organisation = o.id
                          left join journal.rhythm usual on usual.network = o.network and usual.organisation is null
                         where o.network = platform.network() and o.id = ?
                        """).param(organisation).query(Head.class).optional().orElseThrow(NotFound::new);
    }

    @PostMapping("/w/{network}/journal/partners/{organisation}/rhythm")
    String rhythm(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestParam(defaultValue = "") String days,
            HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        rhythms.set(organisation, CallsController.days(days));
        return redirects.done(request, path(visitor, organisation), "journal.rhythm.set");
    }

    @PostMapping("/w/{network}/journal/partners/{organisation}/notes")
    String write(
            Visitor visitor,
            @PathVariable UUID organisation,
            @RequestParam(defaultValue = "") String body,
            HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        notes.write(organisation, body);
        return redirects.told(request, path(visitor, organisation) + "#notes", "journal.note.written");
    }

    /// There is nothing to take back: nobody remembers what stood there.
    @PostMapping("/w/{network}/journal/partners/{organisation}/notes/{note}/removal")
    String delete(
            Visitor visitor, @PathVariable UUID organisation, @PathVariable UUID note, HttpServletRequest request) {
        Forbidden.unless(may.keep(visitor));
        notes.delete(organisation, note);
        return redirects.told(request, path(visitor, organisation) + "#notes", "journal.note.deleted");
    }

    private static String path(Visitor visitor, UUID organisation) {
        return visitor.base() + "/journal/partners/" + organisation;
    }
}
