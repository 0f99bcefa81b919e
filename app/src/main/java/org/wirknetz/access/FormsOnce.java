package org.wirknetz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.SentForm;
import org.wirknetz.platform.SentForms;

/// A form takes effect once, however often and however fast it is sent: the repeat is led to what came of the
/// first. The same form with other values is a new wish and is asked about. What was refused may be sent
/// again.
class FormsOnce extends OncePerRequestFilter {

    private static final String FIELD = "_form";
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{16,64}");

    private static final Pattern ANONYMOUS = Pattern.compile("/n/[^/]+/(equality|surveys)/.*");

    private final SentForms forms;
    private final Pages pages;
    private final Turns turns = new Turns();

    FormsOnce(SentForms forms, Pages pages) {
        this.forms = forms;
        this.pages = pages;
    }

    /// Signing in creates nothing, and its answer is a cookie that no second answer could bring. A slip of an
    /// anonymous answer and the link of a survey take effect once by themselves, and no moment of it may be kept.
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || request.getRequestURI().startsWith("/sign-in")
                || ANONYMOUS.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var word = request.getParameter(FIELD);
        if (word == null || !WORD.matcher(word).matches()) {
            chain.doFilter(request, response);
            return;
        }
        var mark = FormContent.mark(Scope.current().account().orElse(null), word);
        var form = new SentForm(mark, FormContent.of(request, word));
        var turn = HexFormat.of().formatHex(mark);
        if (!turns.await(turn)) {
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            if (!answered(form, request, response)) send(form, request, response, chain);
        } finally {
            turns.over(turn);
        }
    }

    private void send(SentForm form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            form.<Boolean, Exception>call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException failed) {
            if (!form.repeated()) throw failed;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
        if (form.repeated()) {
            response.resetBuffer();
            if (!answered(form, request, response)) throw new ServletException(new IllegalStateException("lost form"));
        } else if (form.kept() && response.getStatus() >= 400 && response.getStatus() < 500) {
            forms.release(form);
        } else if (form.kept() && response.getHeader("Location") != null) {
            forms.ledTo(form, covered(Doors.within(response.getHeader("Location")), request));
        }
    }

    private boolean answered(SentForm form, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var earlier = forms.earlier(form).orElse(null);
        if (earlier == null) return false;
        var answer = earlier.answer() == null ? null : uncovered(earlier.answer(), request);
        var script = request.getHeader("HX-Request") != null;
        if (!earlier.same()) {
            var typed = TypedWords.of(request);
            var to = answer == null ? cameFrom(request) : answer;
            var view = script ? "access/sent-before-fragment" : "access/sent-before";
            pages.show(request, response, 409, view, Map.of("typed", typed, "to", to));
        } else if (script) {
            response.setHeader(answer == null ? "HX-Refresh" : "HX-Redirect", answer == null ? "true" : answer);
        } else if (answer != null) {
            response.sendRedirect(answer);
        } else {
            pages.show(request, response, 200, "access/arrived", Map.of("to", cameFrom(request)));
        }
        return true;
    }

    /// A guest's way in is a secret in the address, and what is kept must not open it: the secrets of the request's own
    /// address are left out of where it led, and put back when the same address is asked again.
    private static String covered(String led, HttpServletRequest request) {
        var open = led;
        var secrets = secrets(request);
        for (int n = 0; n < secrets.size(); n++) open = open.replace("/" + secrets.get(n), "/" + cover(n));
        return open;
    }

    private static String uncovered(String led, HttpServletRequest request) {
        var open = led;
        var secrets = secrets(request);
        for (int n = 0; n < secrets.size(); n++) open = open.replace("/" + cover(n), "/" + secrets.get(n));
        return open;
    }

    private static String cover(int n) {
        return "_secret-" + n + "_";
    }

    private static List<String> secrets(HttpServletRequest request) {
        return SecurityLog.SECRET
                .matcher(request.getRequestURI())
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /// The page of this house on which the button was pressed.
    private static String cameFrom(HttpServletRequest request) {
        return path(request.getHeader("Referer"), request.getHeader("Host"));
    }

    private static String path(@Nullable String referer, @Nullable String host) {
        if (referer == null || host == null) return "/";
        try {
            var page = URI.create(referer);
            if (!host.equals(page.getRawAuthority())) return "/";
            return Doors.within(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (IllegalArgumentException invented) {
            return "/";
        }
    }
}
