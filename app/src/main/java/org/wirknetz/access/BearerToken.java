package org.wirknetz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets in who shows a token. There is no session, so there is nothing another site could ride on.
class BearerToken extends OncePerRequestFilter {

    /// The network a token is for; [VisitorFilter] lets it see no other.
    static final String NETWORK = "wirknetz.token.network";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tokens tokens;
    private final Patience patience;
    private final Problems problems;
    private final SecurityLog log;

    BearerToken(Tokens tokens, Patience patience, Problems problems, SecurityLog log) {
        this.tokens = tokens;
        this.patience = patience;
        this.problems = problems;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            chain.doFilter(request, response);
            return;
        }
        var client = Client.of(request);
        var holder = tokens.holder(header.substring(7).strip());
        if (holder.isEmpty()) {
            log.note("token.refused", "path", request.getRequestURI(), "from", client.subnet());
            if (patience.ask("token", client.subnet(), client) instanceof Patience.Later(var comeBackIn)) {
                response.setHeader("Retry-After", String.valueOf(Math.max(1, comeBackIn.toSeconds())));
                problems.write(request, response, 429);
                return;
            }
            problems.write(request, response, 401);
            return;
        }
        var token = holder.get();
        if (token.scope().equals("READ") && !READING.contains(request.getMethod())) {
            log.note("token.read-only", "token", token.id(), "path", request.getRequestURI());
            problems.write(request, response, 403);
            return;
        }
        log.note("token.used", "token", token.id(), "account", token.account(), "method", request.getMethod());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInAccount(token.account()), null, List.of()));
        SecurityContextHolder.setContext(context);
        request.setAttribute(NETWORK, token.network());
        try {
            chain.doFilter(request, response);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
