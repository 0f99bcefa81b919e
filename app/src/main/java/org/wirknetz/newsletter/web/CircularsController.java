package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Circulars;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.newsletter.Reach;
import org.wirknetz.newsletter.RichText;
import org.wirknetz.newsletter.Sending;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.mail.Mailings;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Paging;
import org.wirknetz.platform.web.Redirects;

/// Circulars: written by the office, or by the lead of a group for that group; who has read them; and saying
/// so oneself.
@Controller
public class CircularsController {

    private static final int PAGE = 50;

    private final JdbcClient db;
    private final Circulars circulars;
    private final Sending sending;
    private final Lists lists;
    private final Mailings mailings;
    private final Accounts accounts;
    private final NewsletterPermissions may;
    private final NewsletterDoor door;
    private final MailPreview preview;
    private final Desk desk;
    private final Redirects redirects;

    CircularsController(
            JdbcClient db,
            Circulars circulars,
            Sending sending,
            Lists lists,
            Mailings mailings,
            Accounts accounts,
            NewsletterPermissions may,
            NewsletterDoor door,
            MailPreview preview,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.circulars = circulars;
        this.sending = sending;
        this.lists = lists;
        this.mailings = mailings;
        this.accounts = accounts;
        this.may = may;
        this.door = door;
        this.preview = preview;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// A circular in the list, with what of it one may know.
    ///
    /// @param mine organisations one works for that have not said "read" yet
    public record Row(
            UUID id,
            String subject,
            String topic,
            String state,
            @Nullable LocalDate sentOn,
            long asked,
            long read,
            long mine) {}

    @GetMapping("/w/{network}/circulars")
    ModelAndView list(Visitor visitor, HttpServletRequest request, @RequestParam(defaultValue = "1") String page) {
        Forbidden.unless(may.see(visitor));
        var total = db.sql("select count(*) from newsletter.circular")
                .query(Long.class)
                .single();
        var wanted = page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1;
        var pages = new Paging(1, PAGE, total, request.getRequestURI()).pages();
        var paging = new Paging(Math.min(wanted, pages), PAGE, total, request.getRequestURI());
        var rows = db.sql("""
                        with c as materialized (
                            select id, subject, topic, state, sent_at, created_at from newsletter.circular
                             order by sent_at desc nulls first, created_at desc, id limit ? offset ?),
                        answer as (
                            select circular, organisation, bool_or(acknowledged_at is not null) as read,
                                   bool_or(acknowledged_at is null) as open
                              from newsletter.target
                             where network = platform.network() and circular in (select id from c)
                             group by circular, organisation),
                        together as (
                            select circular, count(*) as asked, count(*) filter (where read) as read,
                                   count(*) filter (where open and organisation in (select newsletter.own_organisations())) as mine
                              from answer group by circular)
                        select c.id, c.subject, c.topic, c.state, c.sent_at::date as sent_on, coalesce(t.asked, 0) as asked,
                               coalesce(t.read, 0) as read, coalesce(t.mine, 0) as mine
                          from c
                          left join together t on t.circular = c.id
                         order by c.sent_at desc nulls first, c.created_at desc, c.id
                        """)
                .params(PAGE, paging.first() == 0 ? 0 : paging.first() - 1)
                .query(Row.class)
                .list();
        return desk.page(
                "newsletter/circulars",
                desk.say("newsletter.circulars.title"),
                List.of(Desk.here(desk.say("newsletter.circulars.title"))),
                Map.of(
                        "rows",
                        rows,
                        "paging",
                        paging,
                        "writes",
                        may.circulate(visitor, !ledBy(visitor).isEmpty()),
                        "edits",
                        may.edit(visitor),
                        "coverage",
                        may.edit(visitor) ? Reach.coverage(db) : new Reach.Coverage(List.of(), Map.of())));
    }

    private List<UUID> ledBy(Visitor visitor) {
        if (visitor.isOffice()) return List.of();
        return circulars.ledBy(accounts.require(visitor.account()).email());
    }

    /// Whether this visitor may write, change and send a circular to this group; null means all members.
    private boolean circulates(Visitor visitor, @Nullable UUID group) {
        return may.circulate(visitor, group != null && ledBy(visitor).contains(group));
    }

    @GetMapping("/w/{network}/circulars/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.circulate(visitor, !ledBy(visitor).isEmpty()));
        return form(visitor, null, TypedWords.of(Map.of("withinDays", "7")));
    }

    private ModelAndView form(Visitor visitor, @Nullable UUID circular, TypedWords typed) {
        var title = desk.say(circular == null ? "newsletter.circular.new" : "newsletter.circular.edit");
        var action = visitor.base() + "/circulars" + (circular == null ? "" : "/" + circular);
        var office = may.edit(visitor);
        return desk.page(
                "newsletter/circular-form",
                title,
                List.of(door.circulars(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "action",
                        action,
                        "office",
                        office,
                        "groups",
                        door.groups(NewsletterDoor.id(typed.of("group")), office ? null : ledBy(visitor)),
                        "actorGroups",
                        door.actorGroups(NewsletterDoor.id(typed.of("actorGroup"))),
                        "areas",
                        door.areas(NewsletterDoor.id(typed.of("area"))),
                        "levels",
                        door.levels(typed.of("level"))));
    }

    private TypedWords checked(Map<String, String> given) {
        var typed = TypedWords.of(given)
                .needs(desk, "topic", 80)
                .needs(desk, "subject", NewslettersController.LONGEST_SUBJECT)
                .needs(desk, "body", 20_000);
        try {
            if (NewsletterDoor.number(given.get("withinDays"), 1, 90) == null) throw new Refused("newsletter.missing");
            return typed;
        } catch (Refused refused) {
            return typed.lacking("withinDays", desk.say(refused.key(), refused.values()));
        }
    }

    private Circulars.Entry entry(TypedWords typed, Map<String, String> given, @Nullable UUID group) {
        return new Circulars.Entry(
                typed.line("topic"),
                typed.line("subject"),
                typed.of("body"),
                group,
                door.segment(given),
                Objects.requireNonNull(NewsletterDoor.number(given.get("withinDays"), 1, 90)));
    }

    @PostMapping("/w/{network}/circulars")
    Object draft(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        var group = NewsletterDoor.id(given.get("group"));
        Forbidden.unless(circulates(visitor, group));
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(form(visitor, null, typed));
        var id = circulars.draft(entry(typed, given, group));
        return redirects.done(
                request, visitor.base() + "/circulars/" + id, "newsletter.circular.drafted", typed.line("subject"));
    }

    /// @throws NotFound or Forbidden when this visitor may not write it
    private Circulars.Card own(Visitor visitor, UUID circular) {
        var card = circulars.require(circular);
        Forbidden.unless(circulates(visitor, card.groupId()));
        return card;
    }

    @GetMapping("/w/{network}/circulars/{circular}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID circular) {
        var card = own(visitor, circular);
        var words = new HashMap<String, String>();
        words.put("version", String.valueOf(card.version()));
        words.put("topic", card.topic());
        words.put("subject", card.subject());
        words.put("body", card.body());
        words.put("withinDays", String.valueOf(card.withinDays()));
        words.put("group", String.valueOf(card.groupId()));
        words.put("actorGroup", String.valueOf(card.actorGroup()));
        words.put("area", String.valueOf(card.area()));
        words.put("level", String.valueOf(card.level()));
        return form(visitor, circular, TypedWords.of(words));
    }

    @PostMapping("/w/{network}/circulars/{circular}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID circular,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        own(visitor, circular);
        var group = NewsletterDoor.id(given.get("group"));
        Forbidden.unless(circulates(visitor, group));
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(form(visitor, circular, typed));
        circulars.revise(circular, NewsletterDoor.version(given), entry(typed, given, group));
        return redirects.done(
                request, visitor.base() + "/circulars/" + circular, "newsletter.circular.saved", typed.line("subject"));
    }

    @GetMapping("/w/{network}/circulars/{circular}")
    ModelAndView show(Visitor visitor, @PathVariable UUID circular) {
        Forbidden.unless(may.see(visitor));
        var card = circulars.require(circular);
        boolean writes = circulates(visitor, card.groupId());
        var model = new HashMap<String, Object>();
        model.put("circular", card);
        model.put("body", new RichText(card.body()).html());
        model.put("when", door.moment(card.sentAt()));
        model.put("writes", writes);
        model.put("ready", lists.setting().isPresent() || !may.edit(visitor));
        model.put("reach", Reach.of(db, circular));
        model.put("open", openFor(visitor, circular));
        if (writes && !card.isSent()) model.put("audience", alone(() -> sending.audience(card)));
        if (writes && card.mailing() != null) {
            var progress = mailings.progress(card.mailing());
            if (progress.all() > 0) model.put("progress", progress);
        }
        return desk.page(
                "newsletter/circular",
                card.subject(),
                List.of(door.circulars(visitor), Desk.here(card.subject())),
                model);
    }

    /// The organisations this visitor works for that have not said "read" yet.
    private List<UUID> openFor(Visitor visitor, UUID circular) {
        return db.sql("""
                        select distinct organisation from newsletter.target
                         where circular = ? and acknowledged_at is null and access.works_for(organisation)
                        """).param(circular).query(UUID.class).list();
    }

    /// Whom a circular reaches is read past the reader's own sight: a lead writes to people whose address
    /// only the office sees.
    private static <R> R alone(java.util.function.Supplier<R> work) {
        return Scope.of(Scope.current().requireNetwork()).<R, RuntimeException>call(work::get);
    }

    @GetMapping("/w/{network}/circulars/{circular}/preview")
    ResponseEntity<String> preview(Visitor visitor, @PathVariable UUID circular) {
        own(visitor, circular);
        return preview.page(alone(() -> sending.previewOfCircular(circular)));
    }

    @PostMapping("/w/{network}/circulars/{circular}/test")
    String test(Visitor visitor, @PathVariable UUID circular, HttpServletRequest request) {
        own(visitor, circular);
        var to = accounts.require(visitor.account()).email();
        alone(() -> {
            sending.testCircular(circular, to);
            return true;
        });
        return redirects.told(request, visitor.base() + "/circulars/" + circular, "newsletter.test.sent", to);
    }

    @PostMapping("/w/{network}/circulars/{circular}/dispatch")
    String dispatch(Visitor visitor, @PathVariable UUID circular, HttpServletRequest request) {
        own(visitor, circular);
        int mails = alone(() -> sending.circular(circular));
        return redirects.told(
                request, visitor.base() + "/circulars/" + circular, "newsletter.circular.on-its-way", mails);
    }

    @PostMapping("/w/{network}/circulars/{circular}/acknowledgement")
    String acknowledge(Visitor visitor, @PathVariable UUID circular, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        circulars.require(circular);
        circulars.acknowledge(circular, openFor(visitor, circular));
        return redirects.done(request, visitor.base() + "/circulars/" + circular, "newsletter.circular.acknowledged");
    }

    @PostMapping("/w/{network}/circulars/{circular}/removal")
    String discard(Visitor visitor, @PathVariable UUID circular, HttpServletRequest request) {
        var subject = own(visitor, circular).subject();
        circulars.discard(circular);
        return redirects.done(request, visitor.base() + "/circulars", "newsletter.circular.discarded", subject);
    }
}
