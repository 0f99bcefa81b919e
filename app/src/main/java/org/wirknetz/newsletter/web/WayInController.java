package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.newsletter.Subscriptions;
import org.wirknetz.newsletter.WaysIn;
import org.wirknetz.platform.NotFound;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.Desk;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.Redirects;

/// "Why do I get this?" for everybody who got a mail, without an account: leaving, coming back, and saying
/// "read".
///
/// Mail programs end a subscription by one POST without a page (RFC 8058); they know neither cookie nor
/// token, so this one address asks for none. What it does is only what the secret in it allows.
@Controller
class WayInController {

    private final WaysIn ways;
    private final Subscriptions subscriptions;
    private final Desk desk;
    private final Redirects redirects;

    WayInController(WaysIn ways, Subscriptions subscriptions, Desk desk, Redirects redirects) {
        this.ways = ways;
        this.subscriptions = subscriptions;
        this.desk = desk;
        this.redirects = redirects;
    }

    private static <R> R alone(Supplier<R> work) {
        return Scope.of(Scope.current().requireNetwork()).<R, RuntimeException>call(work::get);
    }

    private static String path(HttpServletRequest request, String secret) {
        var sign = (NetworkSign) Objects.requireNonNull(request.getAttribute(NetworkSign.class.getName()));
        return "/n/" + sign.slug() + "/mail/" + secret;
    }

    @GetMapping("/n/{network}/mail/{secret}")
    ModelAndView show(HttpServletRequest request, @PathVariable String secret) {
        var mail = alone(() -> ways.require(secret));
        return desk.page(
                "newsletter/way-in",
                desk.say("newsletter.way-in.title"),
                List.of(),
                Map.of(
                        "mail",
                        mail,
                        "mine",
                        alone(() -> subscriptions.of(mail.addressHash())).stream()
                                .filter(it -> it.id() != null)
                                .toList(),
                        "circulars",
                        alone(() -> subscriptions.wantsCirculars(mail.addressHash())),
                        "path",
                        path(request, secret)));
    }

    @PostMapping("/n/{network}/mail/{secret}/leaving")
    String leave(
            HttpServletRequest request,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String subscription) {
        alone(() -> {
            var one = NewsletterDoor.id(subscription);
            if (one == null) ways.leave(secret, Subscriptions.Way.PAGE);
            else ways.leave(secret, one);
            return true;
        });
        return redirects.told(request, path(request, secret), "newsletter.way-in.left");
    }

    /// RFC 8058: the answer is for a program. An unknown secret gets the same one as a page that is not there.
    @PostMapping("/n/{network}/mail/{secret}/one-click")
    ResponseEntity<Void> oneClick(@PathVariable String secret) {
        try {
            alone(() -> {
                ways.leave(secret, Subscriptions.Way.ONE_CLICK);
                return true;
            });
            return ResponseEntity.ok().build();
        } catch (NotFound unknown) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND).build();
        }
    }

    /// Some mail programs open the address instead: then it is the page, and nothing happens by looking.
    @GetMapping("/n/{network}/mail/{secret}/one-click")
    String opened(HttpServletRequest request, @PathVariable String secret) {
        return "redirect:" + path(request, secret);
    }

    @PostMapping("/n/{network}/mail/{secret}/circulars")
    String circulars(HttpServletRequest request, @PathVariable String secret) {
        boolean wants = alone(() -> {
            var hash = ways.require(secret).addressHash();
            if (subscriptions.wantsCirculars(hash)) subscriptions.objectToCirculars(hash);
            else subscriptions.wantCirculars(hash);
            return subscriptions.wantsCirculars(hash);
        });
        return redirects.told(
                request,
                path(request, secret),
                wants ? "newsletter.mine.circulars-again" : "newsletter.mine.circulars-no-more");
    }

    @PostMapping("/n/{network}/mail/{secret}/acknowledgement")
    String acknowledge(HttpServletRequest request, @PathVariable String secret) {
        alone(() -> {
            ways.acknowledge(secret);
            return true;
        });
        return redirects.told(request, path(request, secret), "newsletter.circular.acknowledged");
    }
}
