package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.IssueEntry;
import org.wirknetz.newsletter.Issues;
import org.wirknetz.newsletter.Items;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.newsletter.RichText;
import org.wirknetz.newsletter.Sending;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.mail.Mailings;
import org.wirknetz.platform.mail.Mails;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Issues of newsletters: the list of them, writing one, filling it with contributions, and reading what went
/// out.
@Controller
public class NewslettersController {

    static final int LONGEST_SUBJECT = 150;

    private final Issues issues;
    private final Items items;
    private final Lists lists;
    private final Sending sending;
    private final Mailings mailings;
    private final Mails mails;
    private final NewsletterPermissions may;
    private final NewsletterDoor door;
    private final Desk desk;
    private final Redirects redirects;

    NewslettersController(
            Issues issues,
            Items items,
            Lists lists,
            Sending sending,
            Mailings mailings,
            Mails mails,
            NewsletterPermissions may,
            NewsletterDoor door,
            Desk desk,
            Redirects redirects) {
        this.issues = issues;
        this.items = items;
        this.lists = lists;
        this.sending = sending;
        this.mailings = mailings;
        this.mails = mails;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    /// An issue in the list.
    public record Row(UUID id, String subject, String list, String state, String when, String recipients) {}

    @GetMapping("/w/{network}/newsletters")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.see(visitor));
        boolean edits = may.edit(visitor);
        return desk.page(
                "newsletter/newsletters",
                desk.say("newsletter.title"),
                List.of(Desk.here(desk.say("newsletter.title"))),
                Map.of(
                        "rows",
                        issues.all().stream().map(this::row).toList(),
                        "rhythm",
                        issues.rhythm(),
                        "shares",
                        items.shares(),
                        "offered",
                        edits ? items.offered().size() : 0,
                        "edits",
                        edits,
                        "lists",
                        lists.all()));
    }

    private Row row(Issues.Card card) {
        return new Row(
                card.id(),
                card.subject(),
                card.listName(),
                card.state(),
                door.moment(card.isSent() ? card.sentAt() : card.sendAt()),
                card.recipients() == null ? "" : String.valueOf(card.recipients()));
    }

    @GetMapping("/w/{network}/newsletters/new")
    ModelAndView blank(Visitor visitor) {
        Forbidden.unless(may.edit(visitor));
        return form(visitor, null, TypedWords.of(Map.of("archive", "PUBLIC")));
    }

    @PostMapping("/w/{network}/newsletters")
    Object draft(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(form(visitor, null, typed));
        var id = issues.draft(entry(typed, given));
        return redirects.done(
                request, visitor.base() + "/newsletters/" + id, "newsletter.issue.drafted", typed.line("subject"));
    }

    private TypedWords checked(Map<String, String> given) {
        var typed = TypedWords.of(given).needs(desk, "subject", LONGEST_SUBJECT).most(desk, "lead", 20_000);
        var list = NewsletterDoor.id(given.get("list"));
        boolean known = lists.all().stream().anyMatch(it -> it.id().equals(list));
        return known ? typed : typed.lacking("list", desk.say("newsletter.list-missing"));
    }

    private IssueEntry entry(TypedWords typed, Map<String, String> given) {
        var archive = typed.of("archive");
        return new IssueEntry(
                Objects.requireNonNull(NewsletterDoor.id(given.get("list"))),
                typed.line("subject"),
                typed.orNull("lead"),
                List.of("PUBLIC", "MEMBERS", "NOBODY").contains(archive) ? archive : "NOBODY",
                door.segment(given));
    }

    private ModelAndView form(Visitor visitor, @org.jspecify.annotations.Nullable UUID issue, TypedWords typed) {
        var title = desk.say(issue == null ? "newsletter.issue.new" : "newsletter.issue.edit");
        var action = visitor.base() + "/newsletters" + (issue == null ? "" : "/" + issue);
        return desk.page(
                "newsletter/issue-form",
                title,
                List.of(door.newsletters(visitor), Desk.here(title)),
                Map.of(
                        "form",
                        typed,
                        "action",
                        action,
                        "back",
                        action,
                        "lists",
                        door.lists(NewsletterDoor.id(typed.of("list"))),
                        "archives",
                        List.of("PUBLIC", "MEMBERS", "NOBODY").stream()
                                .map(it -> new Choice(
                                        it, desk.say("newsletter.archive." + it), it.equals(typed.of("archive"))))
                                .toList(),
                        "groups",
                        door.actorGroups(NewsletterDoor.id(typed.of("actorGroup"))),
                        "areas",
                        door.areas(NewsletterDoor.id(typed.of("area"))),
                        "levels",
                        door.levels(typed.of("level"))));
    }

    @GetMapping("/w/{network}/newsletters/{issue}/edit")
    ModelAndView edit(Visitor visitor, @PathVariable UUID issue) {
        Forbidden.unless(may.edit(visitor));
        var card = issues.require(issue);
        var words = new HashMap<String, String>();
        words.put("version", String.valueOf(card.version()));
        words.put("list", card.list().toString());
        words.put("subject", card.subject());
        words.put("lead", card.lead() == null ? "" : card.lead());
        words.put("archive", card.archive());
        words.put("actorGroup", String.valueOf(card.actorGroup()));
        words.put("area", String.valueOf(card.area()));
        words.put("level", String.valueOf(card.level()));
        return form(visitor, issue, TypedWords.of(words));
    }

    @PostMapping("/w/{network}/newsletters/{issue}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID issue,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        issues.require(issue);
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(form(visitor, issue, typed));
        issues.revise(issue, NewsletterDoor.version(given), entry(typed, given));
        return redirects.done(
                request, visitor.base() + "/newsletters/" + issue, "newsletter.issue.saved", typed.line("subject"));
    }

    /// A contribution as it stands in an issue.
    public record Piece(Items.Card card, String html) {}

    @GetMapping("/w/{network}/newsletters/{issue}")
    ModelAndView show(Visitor visitor, @PathVariable UUID issue) {
        Forbidden.unless(may.see(visitor));
        var card = issues.require(issue);
        boolean edits = may.edit(visitor);
        if (card.isSent() && card.archive().equals("NOBODY") && !edits) throw new NotFound();
        var model = new HashMap<String, Object>();
        model.put("issue", card);
        model.put("lead", card.lead() == null ? "" : new RichText(card.lead()).html());
        model.put("when", door.moment(card.isSent() ? card.sentAt() : card.sendAt()));
        model.put(
                "pieces",
                items.of(issue).stream()
                        .map(it -> new Piece(it, new RichText(it.body()).html()))
                        .toList());
        model.put("edits", edits);
        model.put("offered", edits && !card.isSent() ? items.offered() : List.of());
        model.put(
                "reached",
                edits && !card.isSent() ? sending.audience(card).reached().size() : 0);
        model.put("ready", lists.setting().isPresent());
        model.put("relay", mails.canSend());
        if (edits && card.mailing() != null) {
            var progress = mailings.progress(card.mailing());
            if (progress.all() > 0) model.put("progress", progress);
            model.put("failures", mailings.failures(card.mailing(), 50));
        }
        return desk.page(
                "newsletter/issue",
                card.subject(),
                List.of(door.newsletters(visitor), Desk.here(card.subject())),
                model);
    }

    @PostMapping("/w/{network}/newsletters/{issue}/items")
    String add(Visitor visitor, @PathVariable UUID issue, @RequestParam UUID item, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        issues.require(issue);
        items.take(item, issue);
        return redirects.done(
                request,
                visitor.base() + "/newsletters/" + issue,
                "newsletter.item.taken",
                items.require(item).heading());
    }

    @PostMapping("/w/{network}/newsletters/{issue}/removal")
    String discard(Visitor visitor, @PathVariable UUID issue, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var subject = issues.require(issue).subject();
        issues.discard(issue);
        return redirects.done(request, visitor.base() + "/newsletters", "newsletter.issue.discarded", subject);
    }
}
