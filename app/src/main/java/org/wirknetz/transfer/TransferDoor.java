package org.wirknetz.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// Import and export are two pages of the room "Verwaltung".
@Component
class TransferDoor implements RoomDoor {

    private final TransferPermissions may;

    TransferDoor(TransferPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return pages(request, base).stream()
                .limit(1)
                .map(first -> new Room("administration", 115, first.href(), 0, isHere(request, base)))
                .toList();
    }

    private static boolean isHere(HttpServletRequest request, String base) {
        var here = request.getRequestURI();
        return here.startsWith(base + "/imports") || here.startsWith(base + "/exports");
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var pages = new ArrayList<RoomPage>();
        if (may.importLists(visitor)) pages.add(page(30, "imports", request, base));
        if (may.exportNetwork(visitor)) pages.add(page(40, "exports", request, base));
        return pages;
    }

    private static RoomPage page(int order, String name, HttpServletRequest request, String base) {
        var href = base + "/" + name;
        var here = request.getRequestURI().startsWith(href);
        return new RoomPage("administration", order, "transfer." + name + ".page", href, here);
    }
}
