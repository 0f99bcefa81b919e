package org.wirknetz.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wirknetz.platform.AccountId;
import org.wirknetz.platform.NetworkId;
import org.wirknetz.platform.Scope;
import org.wirknetz.platform.web.NetworkSign;
import org.wirknetz.platform.web.SignedIn;

/// Opens the scope of a request: the network named by its path, and the account behind its session or token.
///
/// Under `/w/` and `/api/v1/networks/` a person without a seat there gets the same 404 as for a network that does not
/// exist.
class VisitorFilter extends OncePerRequestFilter {

    private static final Pattern PLACE = Pattern.compile("^/(w|n|api/v1/networks)/([a-z0-9][a-z0-9-]{1,62})(?:/.*)?$");

    /// Whatever lies in there belongs to a network, even if its name is not one that a network can have.
    private static final Pattern INSIDE = Pattern.compile("^/(?:w|n|api/v1/networks)/.");

    private final Visitors visitors;

    private final Problems problems;
    private final SecurityLog log;

    VisitorFilter(Visitors visitors, Problems problems, SecurityLog log) {
        this.visitors = visitors;
        this.problems = problems;
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = signedInAccount();
        var places =
                account.map(it -> within(request, visitors.places(it.id()))).orElse(List.of());
        var path = path(request);
        if (account.isPresent() && owes(account.get(), request, path)) {
            log.note("second-factor.owed", "account", account.get().id());
            if (request.getRequestURI().startsWith("/api/")) problems.write(request, response, 403);
            else leadToFactor(request, response);
            return;
        }
        var place = PLACE.matcher(path);
        var named = place.matches() ? visitors.network(place.group(2)) : Optional.<Visitors.Network>empty();
        if (named.isEmpty() && (place.matches() || INSIDE.matcher(path).find())) {
            notFound(request, response);
            return;
        }
        var seats = named.map(network -> places.stream()
                        .filter(it -> it.network().equals(network.id()))
                        .map(it -> new Visitor.Seat(Role.valueOf(it.role()), it.organisation()))
                        .toList())
                .orElse(List.of());
        if (place.matches() && !place.group(1).equals("n") && seats.isEmpty()) {
            account.ifPresent(it -> log.note(
                    "network.refused",
                    "account",
                    it.id(),
                    "path",
                    request.getRequestURI(),
                    "from",
                    Client.of(request).subnet()));
            notFound(request, response);
            return;
        }
        if (named.isPresent()) {
            var network = named.get();
            request.setAttribute(
                    NetworkSign.class.getName(), new NetworkSign(network.slug(), network.name(), network.demo()));
        }
        var visitor = account.isEmpty() || seats.isEmpty() || named.isEmpty()
                ? null
                : new Visitor(
                        new AccountId(account.get().id()),
                        account.get().name(),
                        named.get().networkId(),
                        named.get().slug(),
                        seats);
        if (visitor != null) request.setAttribute(Visitor.class.getName(), visitor);
        account.ifPresent(it -> request.setAttribute(SignedIn.class.getName(), signedIn(it, visitor, places)));
        open(
                request,
                response,
                chain,
                named.map(Visitors.Network::networkId),
                account.map(it -> new AccountId(it.id())));
    }

    /// What somebody without the second factor that their role demands may still open: the ways to get one.
    private static final List<String> WITHOUT_FACTOR = List.of(
            "/account/second-factor",
            "/account/passkeys",
            "/sign-in",
            "/sign-out",
            "/assets/",
            "/legal/",
            "/appearance",
            "/favicon.svg",
            "/health",
            "/error",
            "/n/",
            "/map/",
            "/invitation/",
            "/set-up/");

    /// A passkey counts when this session came in by it; codes are asked for at every sign-in. A token stands for
    /// itself.
    private static boolean owes(Visitors.Account account, HttpServletRequest request, String path) {
        boolean owes = switch (account.owedFactor()) {
            case "MISSING" -> true;
            case "PASSKEY" ->
                request.getAttribute(BearerToken.NETWORK) == null
                        && !Entered.byPasskey(SecurityContextHolder.getContext().getAuthentication());
            default -> false;
        };
        return owes && WITHOUT_FACTOR.stream().noneMatch(path::startsWith);
    }

    private static void leadToFactor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect("/account/second-factor");
        } else {
            response.setHeader("HX-Redirect", "/account/second-factor");
            response.setStatus(403);
        }
    }

    /// Decoded as the controllers will see it: `/%77/` is `/w/`.
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return request.getServletPath() + (rest == null ? "" : rest);
    }

    /// A token opens one network, however many its owner sits in.
    private static List<Visitors.Place> within(HttpServletRequest request, List<Visitors.Place> places) {
        var only = request.getAttribute(BearerToken.NETWORK);
        return only == null
                ? places
                : places.stream().filter(it -> it.network().equals(only)).toList();
    }

    private void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith("/api/")) problems.write(request, response, 404);
        else response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private static SignedIn signedIn(Visitors.Account account, @Nullable Visitor visitor, List<Visitors.Place> places) {
        return new SignedIn(
                account.name(),
                visitor == null ? null : "access.role." + visitor.foremostRole(),
                account.operator(),
                places.stream().map(Visitors.Place::sign).distinct().toList());
    }

    private Optional<Visitors.Account> signedInAccount() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInAccount(var id))) {
            return Optional.empty();
        }
        return visitors.account(id);
    }

    private static void open(
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain,
            Optional<NetworkId> network,
            Optional<AccountId> account)
            throws IOException, ServletException {
        var scope = network.isPresent() && account.isPresent()
                ? Scope.of(network.get(), account.get())
                : network.map(Scope::publicly).or(() -> account.map(Scope::of)).orElse(null);
        if (scope == null) {
            chain.doFilter(request, response);
            return;
        }
        try {
            scope.call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (IOException | ServletException | RuntimeException expected) {
            throw expected;
        } catch (Exception impossible) {
            throw new ServletException(impossible);
        }
    }
}
