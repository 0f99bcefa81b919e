package org.wirknetz.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.exchange.ExchangePermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

@Component
class ExchangeDoors implements RoomDoor {

    private final ExchangePermissions may;

    ExchangeDoors(ExchangePermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        if (!may.seeListings(visitor)) return List.of();
        boolean here = inContributions(request, base) || inListings(request, base);
        var first = may.seeContributions(visitor) ? "/contributions" : "/needs";
        return List.of(new Room("cooperation", 33, base + first, 0, here));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var pages = new ArrayList<RoomPage>();
        if (may.seeContributions(visitor)) {
            pages.add(new RoomPage(
                    "cooperation",
                    30,
                    "exchange.contributions.title",
                    base + "/contributions",
                    inContributions(request, base)));
        }
        if (may.seeListings(visitor)) {
            pages.add(new RoomPage(
                    "cooperation", 40, "exchange.listings.title", base + "/needs", inListings(request, base)));
        }
        return pages;
    }

    private static boolean inListings(HttpServletRequest request, String base) {
        var path = request.getRequestURI();
        return Stream.of("/needs", "/offers", "/interests", "/matches", "/terms")
                .anyMatch(it -> path.startsWith(base + it));
    }

    private static boolean inContributions(HttpServletRequest request, String base) {
        var path = request.getRequestURI();
        return path.startsWith(base + "/contributions") || path.startsWith(base + "/balances");
    }
}
