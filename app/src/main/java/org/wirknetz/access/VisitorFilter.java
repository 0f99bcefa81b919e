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

    private final Visitors visitors;

    VisitorFilter(Visitors visitors) {
        this.visitors = visitors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var account = signedInAccount();
        var places = account.map(it -> visitors.places(it.id())).orElse(List.of());
        var place = PLACE.matcher(request.getRequestURI());
        var named = place.matches() ? visitors.network(place.group(2)) : Optional.<Visitors.Network>empty();
        if (place.matches() && named.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var seats = named.map(network -> places.stream()
                        .filter(it -> it.network().equals(network.id()))
                        .map(it -> new Visitor.Seat(Role.valueOf(it.role()), it.organisation()))
                        .toList())
                .orElse(List.of());
        if (place.matches() && !place.group(1).equals("n") && seats.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
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
                : network.map(Scope::of).or(() -> account.map(Scope::of)).orElse(null);
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
