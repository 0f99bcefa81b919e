package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.AccessPermissions;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The door "Verwaltung": who has access, and who may what.
@Component
class AdministrationDoor implements RoomDoor {

    private final AccessPermissions may;

    AdministrationDoor(AccessPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor) || !may.invite(visitor)) {
            return List.of();
        }
        var here = request.getRequestURI();
        var current = here.startsWith(base + "/members") || here.startsWith(base + "/rights");
        return List.of(new Room("administration", 110, base + "/members", 0, current));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var pages = new ArrayList<RoomPage>();
        if (may.invite(visitor)) pages.add(page(10, "members", request, base));
        if (may.seeRights(visitor)) pages.add(page(20, "rights", request, base));
        return pages;
    }

    private static RoomPage page(int order, String name, HttpServletRequest request, String base) {
        var href = base + "/" + name;
        var here = request.getRequestURI().startsWith(href);
        return new RoomPage("administration", order, "access." + name + ".title", href, here);
    }
}
