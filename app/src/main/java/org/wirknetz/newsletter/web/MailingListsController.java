package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.newsletter.Subscriptions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.mail.Mailings;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Lists one can be on, who is on them and by which declaration, and addresses that mail does not reach.
@Controller
public class MailingListsController {

    private static final int MOST_AT_ONCE = 20_000;

    private final JdbcClient db;
    private final Lists lists;
    private final Subscriptions subscriptions;
    private final Mailings mailings;
    private final NewsletterPermissions may;
    private final NewsletterDoor door;
    private final Desk desk;
    private final Redirects redirects;

    MailingListsController(
            JdbcClient db,
            Lists lists,
            Subscriptions subscriptions,
            Mailings mailings,
            NewsletterPermissions may,
            NewsletterDoor door,
            Desk desk,
            Redirects redirects) {
        this.db = db;
        this.lists = lists;
        this.subscriptions = subscriptions;
        this.mailings = mailings;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// A list with how many are on it.
    public record Row(
            UUID id,
            String name,
            String about,
            boolean open,
            @Nullable Integer everyDays,
            long readers,
            long asked) {}

    /// An address out of reach.
    public record Trouble(UUID id, String address, String answer, LocalDate lastOn, int times) {}

    @GetMapping("/w/{network}/mailing-lists")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.edit(visitor));
        return all(visitor, TypedWords.blank(), TypedWords.blank());
    }

    private ModelAndView all(Visitor visitor, TypedWords fresh, TypedWords imprint) {
        var rows = db.sql("""
                        select l.id, l.name, l.about, l.open, l.every_days,
                               count(s.id) filter (where s.confirmed_at is not null) as readers,
                               count(s.id) filter (where s.confirmed_at is null) as asked
                          from newsletter.list l
                          left join newsletter.subscription s
                            on s.network = l.network and s.list = l.id and s.withdrawn_at is null
                         group by l.network, l.id order by platform.fold(l.name), l.id
                        """).query(Row.class).list();
        var trouble = db.sql("""
                        select id, address, answer, last_at::date as last_on, times from platform.mail_trouble
                         order by last_at desc, address limit 500
                        """).query(Trouble.class).list();
        var setting = lists.setting();
        var words = new HashMap<>(imprint.words());
        if (words.isEmpty()) {
            words.put("imprint", setting.map(Lists.Setting::imprint).orElse(""));
            words.put("replyTo", setting.map(Lists.Setting::replyTo).orElse(""));
        }
        return desk.page(
                "newsletter/mailing-lists",
                desk.say("newsletter.lists.title"),
                List.of(door.newsletters(visitor), Desk.here(desk.say("newsletter.lists.title"))),
                Map.of(
                        "rows",
                        rows,
                        "troubles",
                        trouble,
                        "form",
                        fresh,
                        "setting",
                        new TypedWords(words, imprint.problems()),
                        "set",
                        setting.isPresent()));
    }

    private TypedWords checked(Map<String, String> given) {
        var typed = TypedWords.of(given).needs(desk, "name", 100).needs(desk, "about", 1000);
        try {
            NewsletterDoor.number(given.get("everyDays"), 1, 730);
            return typed;
        } catch (Refused refused) {
            return typed.lacking("everyDays", desk.say(refused.key(), refused.values()));
        }
    }

    @PostMapping("/w/{network}/mailing-lists")
    Object add(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(all(visitor, typed, TypedWords.blank()));
        var id = lists.add(
                typed.line("name"),
                typed.of("about"),
                typed.isOn("open"),
                NewsletterDoor.number(given.get("everyDays"), 1, 730));
        return redirects.done(
                request, visitor.base() + "/mailing-lists/" + id, "newsletter.list.added", typed.line("name"));
    }

    @PostMapping("/w/{network}/mailing-lists/setting")
    Object set(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var typed = TypedWords.of(given).needs(desk, "imprint", 2000).most(desk, "replyTo", 254);
        var reply = typed.of("replyTo");
        if (!reply.isEmpty() && !Mails.takes(reply)) {
            typed = typed.lacking("replyTo", desk.say("newsletter.address-wrong"));
        }
        if (!typed.isWhole()) return desk.again(all(visitor, TypedWords.blank(), typed));
        lists.set(typed.of("imprint"), typed.orNull("replyTo"));
        return redirects.done(request, visitor.base() + "/mailing-lists", "newsletter.setting.saved");
    }

    @PostMapping("/w/{network}/mailing-lists/troubles/{trouble}/removal")
    String forgive(Visitor visitor, @PathVariable UUID trouble, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        mailings.forgive(trouble);
        return redirects.told(request, visitor.base() + "/mailing-lists", "newsletter.trouble.forgiven");
    }

    /// Somebody on the list.
    ///
    /// @param words what they agreed to; null where the declaration was given elsewhere
    public record Reader(
            UUID id,
            String address,
            String source,
            @Nullable String proof,
            @Nullable String words,
            @Nullable LocalDate askedOn,
            @Nullable LocalDate agreedOn) {}

    @GetMapping("/w/{network}/mailing-lists/{list}")
    ModelAndView show(Visitor visitor, @PathVariable UUID list, @RequestParam(defaultValue = "") String q) {
        Forbidden.unless(may.edit(visitor));
        return one(visitor, list, q, null, TypedWords.blank());
    }

    private ModelAndView one(Visitor visitor, UUID list, String q, @Nullable TypedWords changed, TypedWords entered) {
        var card = lists.require(list);
        var words = new HashMap<String, String>();
        words.put("version", String.valueOf(card.version()));
        words.put("name", card.name());
        words.put("about", card.about());
        words.put("everyDays", card.everyDays() == null ? "" : String.valueOf(card.everyDays()));
        if (card.open()) words.put("open", "true");
        var readers = db.sql("""
                        select s.id, s.address, s.source, s.proof, f.words, s.requested_at::date as asked_on,
                               s.confirmed_at::date as agreed_on
                          from newsletter.subscription s
                          left join newsletter.form f on f.network = s.network and f.id = s.form
                         where s.list = :list and s.withdrawn_at is null
                           and (:q = '' or position(lower(:q) in lower(s.address)) > 0)
                         order by s.confirmed_at is not null, lower(s.address) limit 500
                        """)
                .param("list", list)
                .param("q", q.strip())
                .query(Reader.class)
                .list();
        long whole = db.sql("select count(*) from newsletter.subscription where list = ? and withdrawn_at is null")
                .param(list)
                .query(Long.class)
                .single();
        return desk.page(
                "newsletter/mailing-list",
                card.name(),
                List.of(
                        door.newsletters(visitor),
                        new Crumb(desk.say("newsletter.lists.title"), visitor.base() + "/mailing-lists"),
                        Desk.here(card.name())),
                Map.of(
                        "list",
                        card,
                        "readers",
                        readers,
                        "whole",
                        whole,
                        "q",
                        q.strip(),
                        "form",
                        changed == null ? TypedWords.of(words) : changed,
                        "entered",
                        entered));
    }

    @PostMapping("/w/{network}/mailing-lists/{list}")
    Object change(
            Visitor visitor,
            @PathVariable UUID list,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        lists.require(list);
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(one(visitor, list, "", typed, TypedWords.blank()));
        lists.change(
                list,
                NewsletterDoor.version(given),
                typed.line("name"),
                typed.of("about"),
                typed.isOn("open"),
                NewsletterDoor.number(given.get("everyDays"), 1, 730));
        return redirects.done(
                request, visitor.base() + "/mailing-lists/" + list, "newsletter.list.saved", typed.line("name"));
    }

    /// Declarations given elsewhere: one address a line, and where the proof of all of them is.
    @PostMapping("/w/{network}/mailing-lists/{list}/readers")
    Object enter(
            Visitor visitor,
            @PathVariable UUID list,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        lists.require(list);
        var typed = TypedWords.of(given).needs(desk, "addresses", 1_000_000).needs(desk, "proof", 1000);
        if (!typed.isWhole()) return desk.again(one(visitor, list, "", null, typed));
        var lines = typed.of("addresses")
                .lines()
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
        if (lines.size() > MOST_AT_ONCE) {
            return desk.again(one(
                    visitor,
                    list,
                    "",
                    null,
                    typed.lacking("addresses", desk.say("newsletter.too-many", MOST_AT_ONCE))));
        }
        try {
            int fresh = subscriptions.enterWithProof(list, lines, locale(), typed.of("proof"));
            return redirects.told(
                    request, visitor.base() + "/mailing-lists/" + list, "newsletter.entered", fresh, lines.size());
        } catch (Refused refused) {
            return desk.again(one(
                    visitor, list, "", null, typed.lacking("addresses", desk.say(refused.key(), refused.values()))));
        }
    }

    private Locale locale() {
        return desk.locale();
    }

    @PostMapping("/w/{network}/mailing-lists/{list}/readers/{subscription}/withdrawal")
    String leave(
            Visitor visitor, @PathVariable UUID list, @PathVariable UUID subscription, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        if (!subscriptions.isOn(list, subscription)) throw new NotFound();
        subscriptions.leave(subscription, Subscriptions.Way.OFFICE);
        return redirects.told(request, visitor.base() + "/mailing-lists/" + list, "newsletter.left-by-office");
    }
}
