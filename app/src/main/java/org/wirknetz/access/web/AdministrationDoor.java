package org.wirknetz.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.AccessPermissions;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;

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
}
