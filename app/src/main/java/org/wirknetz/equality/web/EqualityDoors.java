package org.wirknetz.equality.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.equality.EqualityPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

@Component
class EqualityDoors implements RoomDoor {

    private static final String ROOM = "networkcheck";

    private final EqualityPermissions may;

    EqualityDoors(EqualityPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request) ? List.of(new Room(ROOM, 71, base + "/equality", 0, here(request, base))) : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new RoomPage(ROOM, 25, "equality.title", base + "/equality", here(request, base)))
                : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.see(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        return request.getRequestURI().startsWith(base + "/equality");
    }
}
