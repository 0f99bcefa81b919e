package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.AccountId;

/// Steps over the threshold: makes a session, or a half one that may do nothing but enter a code.
///
/// Every step begins a new session with a new id and throws the old one away, so nobody can fix a session beforehand.
@Component
public class Threshold {

    static final String SINCE = "access.since";
    static final String AGENT = "access.agent";
    static final String FROM = "access.from";
    private static final String HALF = "access.half";
    private static final String HALF_SINCE = "access.half-since";
    private static final long HALF_LASTS_MILLIS = 10 * 60_000L;

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final CsrfTokenRepository csrf;

    Threshold(CsrfTokenRepository csrf) {
        this.csrf = csrf;
    }

    public void enter(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        enter(account, false, request, response);
    }

    /// With a passkey, which needs no second factor beside it.
    public void enterByPasskey(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        enter(account, true, request, response);
    }

    private void enter(AccountId account, boolean byPasskey, HttpServletRequest request, HttpServletResponse response) {
        var session = fresh(request, response);
        session.setAttribute(SINCE, System.currentTimeMillis());
        session.setAttribute(AGENT, agent(request.getHeader("User-Agent")));
        session.setAttribute(FROM, Client.of(request).subnet());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAccount(account.value()),
                null,
                List.of(new Entered(System.currentTimeMillis(), byPasskey))));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }

    public void waitForCode(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        var session = fresh(request, response);
        session.setAttribute(HALF, account.value().toString());
        session.setAttribute(HALF_SINCE, System.currentTimeMillis());
    }

    /// Who has given the first factor and owes the second.
    public Optional<AccountId> waiting(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) return Optional.empty();
        if (!(session.getAttribute(HALF) instanceof String half)) return Optional.empty();
        var since = session.getAttribute(HALF_SINCE);
        var fresh = since instanceof Long at && System.currentTimeMillis() - at < HALF_LASTS_MILLIS;
        return fresh ? Optional.of(new AccountId(UUID.fromString(half))) : Optional.empty();
    }

    private HttpSession fresh(HttpServletRequest request, HttpServletResponse response) {
        var old = request.getSession(false);
        if (old != null) old.invalidate();
        csrf.saveToken(null, request, response);
        return request.getSession(true);
    }

    /// Enough to recognise one's own phone in a list.
    private static String agent(@Nullable String header) {
        if (header == null) return "";
        var browser = header.contains("Firefox/")
                ? "Firefox"
                : header.contains("Edg/")
                        ? "Edge"
                        : header.contains("Chrome/") ? "Chrome" : header.contains("Safari/") ? "Safari" : "";
        var system = header.contains("Android")
                ? "Android"
                : header.contains("iPhone") || header.contains("iPad")
                        ? "iOS"
                        : header.contains("Windows")
                                ? "Windows"
                                : header.contains("Mac OS") ? "macOS" : header.contains("Linux") ? "Linux" : "";
        return (browser + " " + system).strip();
    }
}
