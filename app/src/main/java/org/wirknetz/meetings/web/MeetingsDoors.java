package org.wirknetz.meetings.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.meetings.MeetingsPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The first page of the room Treffen.
@Component
class MeetingsDoors implements RoomDoor {

    private final MeetingsPermissions may;

    MeetingsDoors(MeetingsPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new Room("meetings", 40, base + "/meetings", 0, here(request, base)))
                : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new RoomPage("meetings", 10, "meetings.title", base + "/meetings", here(request, base)))
                : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.enter(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        var path = request.getRequestURI();
        return path.equals(base + "/meetings") || path.startsWith(base + "/meetings/");
    }
}
