package org.wirknetz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses what changes something when the browser says that another site sent it: the second lock beside the CSRF
/// token,
/// and the one that also holds before anybody is signed in.
class OwnPagesOnly extends OncePerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Doors doors;
    private final SecurityLog log;

    OwnPagesOnly(Doors doors, SecurityLog log) {
        this.doors = doors;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && !isOwn(request)) {
            log.note(
                    "request.foreign",
                    "path",
                    request.getRequestURI(),
                    "from",
                    Client.of(request).subnet());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isOwn(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) return false;
        var origin = request.getHeader("Origin");
        if (origin == null || origin.equals(doors.origin())) return true;
        var host = request.getHeader("Host");
        return host != null && (origin.equals("http://" + host) || origin.equals("https://" + host));
    }
}
