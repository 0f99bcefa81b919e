package org.wirknetz.groups.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.groups.GroupsPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The page of bodies and groups in the room Treffen.
@Component
class GroupDoors implements RoomDoor {

    private final GroupsPermissions may;

    GroupDoors(GroupsPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return enters(request)
                ? List.of(new Room("meetings", 42, base + "/groups", 0, here(request, base)))
                : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return enters(request)
                ? List.of(new RoomPage("meetings", 20, "groups.title", base + "/groups", here(request, base)))
                : List.of();
    }

    private boolean enters(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.enter(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        return request.getRequestURI().startsWith(base + "/groups");
    }
}
