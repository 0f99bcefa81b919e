package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.wirknetz.access.Client;
import org.wirknetz.access.Doors;
import org.wirknetz.access.Links;
import org.wirknetz.access.ProviderSettings;
import org.wirknetz.access.SignIn;
import org.wirknetz.access.Threshold;
import org.wirknetz.platform.web.Redirects;
import org.wirknetz.platform.web.SignedIn;

/// The front door and the ways through it.
@Controller
class SignInController {

    private final SignIn signIn;
    private final Links links;
    private final Threshold threshold;
    private final Redirects redirects;
    private final ProviderSettings provider;

    SignInController(SignIn signIn, Links links, Threshold threshold, Redirects redirects, ProviderSettings provider) {
        this.provider = provider;
        this.signIn = signIn;
        this.links = links;
        this.threshold = threshold;
        this.redirects = redirects;
    }

    @GetMapping("/sign-in")
    ModelAndView signIn(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        var out = request.getParameterMap().containsKey("out");
        var again = request.getParameterMap().containsKey("again");
        return page(
                HttpStatus.OK,
                new SignInPage("", Doors.within(to), false, out, false, signIn.sendsLinks(), provider.name(), again),
                request);
    }

    @PostMapping("/sign-in/password")
    ModelAndView byPassword(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var wanted = Doors.within(to);
        return switch (signIn.byPassword(email, password, Client.of(request))) {
            case SignIn.In(var account) -> {
                threshold.enter(account, request, response);
                yield seeOther(wanted);
            }
            case SignIn.CodeWanted(var account) -> {
                threshold.waitForCode(account, request, response);
                yield seeOther(codePage(wanted));
            }
            case SignIn.No() ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        new SignInPage(email, wanted, true, false, false, signIn.sendsLinks(), provider.name(), false),
                        request);
        };
    }

    /// The same answer, whether there is such an account or not.
    @PostMapping("/sign-in/link")
    ModelAndView askForLink(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request) {
        signIn.sendLink(email, Client.of(request));
        return page(
                HttpStatus.OK,
                new SignInPage(
                        email, Doors.within(to), false, false, true, signIn.sendsLinks(), provider.name(), false),
                request);
    }

    /// Looking does not use the link up: mail scanners look. Only the button does.
    @GetMapping("/sign-in/link/{secret}")
    ModelAndView link(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        quiet(response);
        if (links.peek(Links.Kind.SIGN_IN, secret).isEmpty()) return gone("access.gone.link", request);
        return new ModelAndView(
                "access/link", Map.of("title", title(request, "access.sign-in.title"), "secret", secret));
    }

    @PostMapping("/sign-in/link/{secret}")
    ModelAndView byLink(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        quiet(response);
        return switch (signIn.byLink(secret, Client.of(request))) {
            case SignIn.In(var account) -> {
                threshold.enter(account, request, response);
                yield seeOther("/");
            }
            case SignIn.CodeWanted(var account) -> {
                threshold.waitForCode(account, request, response);
                yield seeOther(codePage("/"));
            }
            case SignIn.No() -> gone("access.gone.link", request);
        };
    }

    @GetMapping("/sign-in/code")
    ModelAndView code(@RequestParam(defaultValue = "/") String to, HttpServletRequest request) {
        if (threshold.waiting(request).isEmpty()) return seeOther("/sign-in");
        return codePage(HttpStatus.OK, Doors.within(to), false, request);
    }

    @PostMapping("/sign-in/code")
    ModelAndView byCode(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        var half = threshold.waiting(request);
        if (half.isEmpty()) return seeOther("/sign-in");
        var entered = signIn.byCode(half.get(), code, Client.of(request));
        if (entered.isEmpty()) {
            return codePage(HttpStatus.UNPROCESSABLE_CONTENT, Doors.within(to), true, request);
        }
        threshold.enter(entered.get().account(), request, response);
        return seeOther(Doors.within(to));
    }

    /// The front door: whoever has one network goes straight there.
    @GetMapping("/")
    ModelAndView front(HttpServletRequest request) {
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        if (signedIn == null) return seeOther("/sign-in");
        if (signedIn.networks().size() == 1) {
            return seeOther(signedIn.networks().getFirst().base());
        }
        return networks(request);
    }

    @GetMapping("/networks")
    ModelAndView networks(HttpServletRequest request) {
        var signedIn = (SignedIn) request.getAttribute(SignedIn.class.getName());
        if (signedIn == null) return seeOther("/sign-in");
        return new ModelAndView(
                "access/networks", Map.of("title", title(request, "access.networks.title"), "signedIn", signedIn));
    }

    private ModelAndView page(HttpStatus status, SignInPage page, HttpServletRequest request) {
        return new ModelAndView(
                "access/sign-in", Map.of("title", title(request, "access.sign-in.title"), "page", page), status);
    }

    private ModelAndView codePage(HttpStatus status, String to, boolean refused, HttpServletRequest request) {
        return new ModelAndView(
                "access/code",
                Map.of("title", title(request, "access.code.title"), "to", to, "refused", refused),
                status);
    }

    private static String codePage(String to) {
        return "/sign-in/code?to=" + java.net.URLEncoder.encode(to, java.nio.charset.StandardCharsets.UTF_8);
    }

    private ModelAndView gone(String key, HttpServletRequest request) {
        return new ModelAndView(
                "access/gone", Map.of("title", title(request, "access.gone.title"), "sentence", key), HttpStatus.GONE);
    }

    private String title(HttpServletRequest request, String key) {
        return redirects.say(request, key);
    }

    /// The address holds a secret: no page it leads to shall read it.
    private static void quiet(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "strict-origin");
    }

    private static ModelAndView seeOther(String path) {
        return new ModelAndView("redirect:" + path);
    }
}
