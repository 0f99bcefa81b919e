package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Accounts;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.Lists;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.newsletter.SignUps;
import org.wirknetz.newsletter.Subscriptions;
import org.wirknetz.platform.Forbidden;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Redirects;

/// What somebody signed in gets, and why; joining and leaving with one click. Only ever about one's own
/// address.
@Controller
public class PreferencesController {

    private final Subscriptions subscriptions;
    private final SignUps signUps;
    private final Lists lists;
    private final Accounts accounts;
    private final NewsletterPermissions may;
    private final Desk desk;
    private final Redirects redirects;

    PreferencesController(
            Subscriptions subscriptions,
            SignUps signUps,
            Lists lists,
            Accounts accounts,
            NewsletterPermissions may,
            Desk desk,
            Redirects redirects) {
        this.subscriptions = subscriptions;
        this.signUps = signUps;
        this.lists = lists;
        this.accounts = accounts;
        this.may = may;
        this.desk = desk;
        this.redirects = redirects;
    }

    private String address(Visitor visitor) {
        return accounts.require(visitor.account()).email();
    }

    /// A list with what one agrees to by joining it.
    public record Line(Subscriptions.Mine mine, String consent) {}

    @GetMapping("/w/{network}/preferences")
    ModelAndView show(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var address = address(visitor);
        var lines = alone(() -> subscriptions.of(subscriptions.hash(address)).stream()
                .map(it -> new Line(it, consent(it.list(), request)))
                .toList());
        boolean circulars = alone(() -> subscriptions.wantsCirculars(subscriptions.hash(address)));
        return desk.page(
                "newsletter/preferences",
                desk.say("newsletter.mine.title"),
                List.of(Desk.here(desk.say("newsletter.mine.title"))),
                Map.of("address", address, "lines", lines, "circulars", circulars));
    }

    private String consent(UUID list, HttpServletRequest request) {
        var sign = (NetworkSign) Objects.requireNonNull(request.getAttribute(NetworkSign.class.getName()));
        return signUps.consent(lists.require(list), sign.name(), desk.locale());
    }

    @PostMapping("/w/{network}/preferences/lists/{list}")
    String join(Visitor visitor, @PathVariable UUID list, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var card = lists.require(list);
        if (!card.open()) throw new NotFound();
        var address = address(visitor);
        alone(() -> {
            subscriptions.join(list, address, desk.locale(), consent(list, request));
            return true;
        });
        return redirects.told(request, visitor.base() + "/preferences", "newsletter.mine.joined", card.name());
    }

    @PostMapping("/w/{network}/preferences/lists/{list}/withdrawal")
    String leave(Visitor visitor, @PathVariable UUID list, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var card = lists.require(list);
        var address = address(visitor);
        alone(() -> {
            subscriptions.of(subscriptions.hash(address)).stream()
                    .filter(it -> it.list().equals(list) && it.id() != null)
                    .forEach(it -> subscriptions.leave(Objects.requireNonNull(it.id()), Subscriptions.Way.ACCOUNT));
            return true;
        });
        return redirects.told(request, visitor.base() + "/preferences", "newsletter.mine.left", card.name());
    }

    @PostMapping("/w/{network}/preferences/circulars")
    String circulars(Visitor visitor, HttpServletRequest request) {
        Forbidden.unless(may.see(visitor));
        var address = address(visitor);
        boolean wants = alone(() -> {
            var hash = subscriptions.hash(address);
            if (subscriptions.wantsCirculars(hash)) subscriptions.objectToCirculars(hash);
            else subscriptions.wantCirculars(hash);
            return subscriptions.wantsCirculars(hash);
        });
        return redirects.told(
                request,
                visitor.base() + "/preferences",
                wants ? "newsletter.mine.circulars-again" : "newsletter.mine.circulars-no-more");
    }

    /// Subscriptions are the office's to see; one's own are read past that wall, by one's own address and no
    /// other.
    private static <R> R alone(Supplier<R> work) {
        return Scope.of(Scope.current().requireNetwork()).<R, RuntimeException>call(work::get);
    }
}
