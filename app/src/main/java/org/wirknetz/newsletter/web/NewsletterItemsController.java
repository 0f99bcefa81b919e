package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Items;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.web.Crumb;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.Redirects;

/// Contributions to the newsletter: partners offer them and see what became of them, the office decides.
@Controller
class NewsletterItemsController {

    private final Items items;
    private final NewsletterPermissions may;
    private final NewsletterDoor door;
    private final Desk desk;
    private final Redirects redirects;

    NewsletterItemsController(
            Items items, NewsletterPermissions may, NewsletterDoor door, Desk desk, Redirects redirects) {
        this.items = items;
        this.may = may;
        this.door = door;
        this.desk = desk;
        this.redirects = redirects;
    }

    @GetMapping("/w/{network}/newsletter-items")
    ModelAndView list(Visitor visitor) {
        Forbidden.unless(may.contribute(visitor));
        return page(visitor, TypedWords.blank());
    }

    private ModelAndView page(Visitor visitor, TypedWords typed) {
        var own = visitor.seats().stream()
                .map(Visitor.Seat::organisation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return desk.page(
                "newsletter/items",
                desk.say("newsletter.items.title"),
                List.of(door.newsletters(visitor), Desk.here(desk.say("newsletter.items.title"))),
                Map.of(
                        "offered",
                        may.edit(visitor) ? items.offered() : List.of(),
                        "own",
                        items.by(own),
                        "form",
                        typed,
                        "speakers",
                        door.speakers(visitor, NewsletterDoor.id(typed.of("organisation"))),
                        "edits",
                        may.edit(visitor)));
    }

    private TypedWords checked(Map<String, String> given) {
        var typed = TypedWords.of(given)
                .needs(desk, "heading", 200)
                .needs(desk, "body", 10_000)
                .most(desk, "link", 1000);
        var link = typed.of("link");
        return link.isEmpty() || link.matches("https?://[^\\s\"<>]+")
                ? typed
                : typed.lacking("link", desk.say("newsletter.item.link-wrong"));
    }

    private static Items.Entry entry(TypedWords typed, @Nullable UUID organisation) {
        return new Items.Entry(organisation, typed.line("heading"), typed.of("body"), typed.orNull("link"));
    }

    @PostMapping("/w/{network}/newsletter-items")
    Object offer(Visitor visitor, @RequestParam Map<String, String> given, HttpServletRequest request) {
        Forbidden.unless(may.contribute(visitor));
        var organisation = NewsletterDoor.id(given.get("organisation"));
        Forbidden.unless(may.contribute(visitor, organisation));
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(page(visitor, typed));
        items.offer(entry(typed, organisation));
        return redirects.done(
                request, visitor.base() + "/newsletter-items", "newsletter.item.offered", typed.line("heading"));
    }

    @GetMapping("/w/{network}/newsletter-items/{item}")
    ModelAndView edit(Visitor visitor, @PathVariable UUID item) {
        var card = items.require(item);
        Forbidden.unless(may.contribute(visitor, card.organisation()));
        var words = new HashMap<String, String>();
        words.put("version", String.valueOf(card.version()));
        words.put("heading", card.heading());
        words.put("body", card.body());
        words.put("link", card.link() == null ? "" : card.link());
        return form(visitor, card, TypedWords.of(words));
    }

    private ModelAndView form(Visitor visitor, Items.Card card, TypedWords typed) {
        return desk.page(
                "newsletter/item-form",
                card.heading(),
                List.of(
                        door.newsletters(visitor),
                        new Crumb(desk.say("newsletter.items.title"), visitor.base() + "/newsletter-items"),
                        Desk.here(card.heading())),
                Map.of(
                        "form",
                        typed,
                        "card",
                        card,
                        "open",
                        !card.sent() && (may.edit(visitor) || card.issue() == null),
                        "edits",
                        may.edit(visitor),
                        "path",
                        visitor.base() + "/newsletter-items/" + card.id()));
    }

    /// Once it stands in an issue, it is the office's to edit.
    @PostMapping("/w/{network}/newsletter-items/{item}")
    Object revise(
            Visitor visitor,
            @PathVariable UUID item,
            @RequestParam Map<String, String> given,
            HttpServletRequest request) {
        var card = items.require(item);
        Forbidden.unless(may.contribute(visitor, card.organisation()));
        Forbidden.unless(may.edit(visitor) || card.issue() == null);
        var typed = checked(given);
        if (!typed.isWhole()) return desk.again(form(visitor, card, typed));
        items.revise(item, NewsletterDoor.version(given), entry(typed, card.organisation()));
        return redirects.done(request, back(visitor, card), "newsletter.item.saved", typed.line("heading"));
    }

    private static String back(Visitor visitor, Items.Card card) {
        return visitor.base() + (card.issue() == null ? "/newsletter-items" : "/newsletters/" + card.issue());
    }

    /// Out of its issue; or, where it stands in none, declined.
    @PostMapping("/w/{network}/newsletter-items/{item}/removal")
    String putBack(Visitor visitor, @PathVariable UUID item, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var card = items.require(item);
        items.putBack(item);
        return redirects.done(
                request,
                back(visitor, card),
                card.issue() == null ? "newsletter.item.declined" : "newsletter.item.put-back",
                card.heading());
    }

    @PostMapping("/w/{network}/newsletter-items/{item}/rise")
    String rise(Visitor visitor, @PathVariable UUID item, HttpServletRequest request) {
        Forbidden.unless(may.edit(visitor));
        var card = items.require(item);
        items.rise(item);
        return redirects.done(request, back(visitor, card), "newsletter.item.risen", card.heading());
    }
}
