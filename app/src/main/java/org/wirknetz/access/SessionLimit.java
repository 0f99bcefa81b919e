package org.wirknetz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.web.filter.OncePerRequestFilter;

/// However busy, a session ends seven days after the sign-in; idle ones end after eight hours by themselves.
class SessionLimit extends OncePerRequestFilter {

    static final Duration LONGEST = Duration.ofDays(7);

    private final InstantSource clock;

    SessionLimit(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var session = request.getSession(false);
        if (session != null
                && session.getAttribute(Threshold.SINCE) instanceof Long since
                && clock.millis() - since > LONGEST.toMillis()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
