package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Patience;
import org.wirknetz.newsletter.Issues;
import org.wirknetz.newsletter.Items;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.RichText;
import org.wirknetz.newsletter.SignUps;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Refused;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Choice;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;

/// The newsletter for everybody: subscribing in two steps, and the archive. Opening a page changes nothing,
/// and an answer tells nobody whether an address is known.
@Controller
class PublicNewsletterController {

    private final SignUps signUps;
    private final Lists lists;
    private final Issues issues;
    private final Items items;
    private final Patience patience;
    private final NewsletterDoor door;
    private final Desk desk;

    PublicNewsletterController(
            SignUps signUps,
            Lists lists,
            Issues issues,
            Items items,
            Patience patience,
            NewsletterDoor door,
            Desk desk) {
        this.signUps = signUps;
        this.lists = lists;
        this.issues = issues;
        this.items = items;
        this.patience = patience;
        this.door = door;
        this.desk = desk;
    }

    private static NetworkSign sign(HttpServletRequest request) {
        return (NetworkSign) Objects.requireNonNull(request.getAttribute(NetworkSign.class.getName()));
    }

    private static <R> R alone(Supplier<R> work) {
        return Scope.of(Scope.current().requireNetwork()).<R, RuntimeException>call(work::get);
    }

    @GetMapping("/n/{network}/newsletter")
    ModelAndView form(HttpServletRequest request) {
        return form(request, TypedWords.blank(), List.of());
    }

    /// @throws NotFound where there is nothing to subscribe to, or nobody has said yet who answers for it
    private ModelAndView form(HttpServletRequest request, TypedWords typed, List<UUID> chosen) {
        var sign = sign(request);
        var open = alone(() -> lists.setting().isEmpty()
                ? List.<Lists.Card>of()
                : lists.all().stream().filter(Lists.Card::open).toList());
        if (open.isEmpty()) throw new NotFound();
        var choices = open.stream()
                .map(it -> new Choice(
                        it.id().toString(),
                        it.name(),
                        open.size() == 1 || chosen.contains(it.id()),
                        signUps.consent(it, sign.name(), desk.locale())))
                .toList();
        return desk.page(
                "newsletter/sign-up",
                desk.say("newsletter.sign-up.title"),
                List.of(),
                Map.of(
                        "form",
                        typed,
                        "lists",
                        choices,
                        "path",
                        "/n/" + sign.slug() + "/newsletter",
                        "archive",
                        issues.all().stream().anyMatch(Issues.Card::isSent)));
    }

    @PostMapping("/n/{network}/newsletter")
    Object ask(
            HttpServletRequest request,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(name = "list", required = false) @Nullable List<String> list) {
        var sign = sign(request);
        var chosen = list == null
                ? List.<UUID>of()
                : list.stream()
                        .limit(50)
                        .map(NewsletterDoor::id)
                        .filter(Objects::nonNull)
                        .toList();
        var typed = TypedWords.of(Map.of("email", email.length() > 300 ? email.substring(0, 300) : email));
        var client = Client.of(request);
        patience.askAndWait("newsletter", email.length() > 300 ? "long" : email, client);
        try {
            alone(() -> {
                signUps.ask(sign.slug(), sign.name(), chosen, email, desk.locale(), client.subnet());
                return true;
            });
        } catch (Refused refused) {
            var field = refused.key().equals("newsletter.list-missing") ? "list" : "email";
            return desk.again(form(request, typed.lacking(field, desk.say(refused.key(), refused.values())), chosen));
        }
        return desk.page(
                "newsletter/sign-up-sent", desk.say("newsletter.sign-up.sent.title"), List.of(), Map.of("days", 7));
    }

    @GetMapping("/n/{network}/newsletter/confirmation/{secret}")
    ModelAndView confirmation(HttpServletRequest request, @PathVariable String secret) {
        try {
            return desk.page(
                    "newsletter/confirmation",
                    desk.say("newsletter.confirm.title"),
                    List.of(),
                    Map.of(
                            "lists",
                            alone(() -> signUps.peek(secret)),
                            "action",
                            "/n/" + sign(request).slug() + "/newsletter/confirmation/" + secret));
        } catch (NotFound used) {
            return gone(request);
        }
    }

    private ModelAndView gone(HttpServletRequest request) {
        var page = desk.page(
                "newsletter/link-gone",
                desk.say("newsletter.gone.title"),
                List.of(),
                Map.of("again", "/n/" + sign(request).slug() + "/newsletter"));
        page.setStatus(HttpStatus.GONE);
        return page;
    }

    @PostMapping("/n/{network}/newsletter/confirmation/{secret}")
    ModelAndView confirm(HttpServletRequest request, @PathVariable String secret) {
        try {
            return desk.page(
                    "newsletter/confirmed",
                    desk.say("newsletter.confirmed.title"),
                    List.of(),
                    Map.of("lists", alone(() -> signUps.agree(secret))));
        } catch (NotFound used) {
            return gone(request);
        }
    }

    @GetMapping("/n/{network}/newsletters")
    ModelAndView archive(HttpServletRequest request) {
        var sign = sign(request);
        var open = published().stream()
                .map(it -> new NewslettersController.Row(
                        it.id(), it.subject(), it.listName(), it.state(), door.moment(it.sentAt()), ""))
                .toList();
        return desk.page(
                "newsletter/archive",
                desk.say("newsletter.archive.title"),
                List.of(),
                Map.of("rows", open, "path", "/n/" + sign.slug() + "/newsletters"));
    }

    private List<Issues.Card> published() {
        return issues.all().stream()
                .filter(it -> it.isSent() && it.archive().equals("PUBLIC"))
                .toList();
    }

    @GetMapping("/n/{network}/newsletters/{issue}")
    ModelAndView read(HttpServletRequest request, @PathVariable UUID issue) {
        var card = published().stream()
                .filter(it -> it.id().equals(issue))
                .findFirst()
                .orElseThrow(NotFound::new);
        return desk.page(
                "newsletter/published",
                card.subject(),
                List.of(),
                Map.of(
                        "issue",
                        card,
                        "when",
                        door.moment(card.sentAt()),
                        "lead",
                        card.lead() == null ? "" : new RichText(card.lead()).html(),
                        "pieces",
                        items.of(issue).stream()
                                .map(it -> new NewslettersController.Piece(it, new RichText(it.body()).html()))
                                .toList(),
                        "path",
                        "/n/" + sign(request).slug() + "/newsletters"));
    }
}
