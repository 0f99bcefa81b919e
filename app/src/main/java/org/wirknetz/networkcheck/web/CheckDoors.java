package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

@Component
class CheckDoors implements RoomDoor {

    private final NetworkcheckPermissions may;

    CheckDoors(NetworkcheckPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var path = request.getRequestURI();
        var doors = new ArrayList<Room>();
        if (may.seeNames(visitor)) {
            doors.add(new Room("cooperation", 39, base + "/ties", 0, path.startsWith(base + "/ties")));
        }
        if (may.seeCheck(visitor)) {
            doors.add(new Room("networkcheck", 70, base + "/check", 0, path.startsWith(base + "/check")));
        }
        return doors;
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor) || !may.seeNames(visitor))
            return List.of();
        var here = request.getRequestURI().startsWith(base + "/ties");
        return List.of(new RoomPage("cooperation", 90, "networkcheck.ties.title", base + "/ties", here));
    }
}
