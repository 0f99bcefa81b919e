package org.wirknetz.journal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.journal.JournalPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The page of the contact journal in the room Kommunikation.
@Component
class JournalDoors implements RoomDoor {

    private static final String ROOM = "communication";

    private final JournalPermissions may;

    JournalDoors(JournalPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request) ? List.of(new Room(ROOM, 58, base + "/journal", 0, here(request, base))) : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new RoomPage(ROOM, 90, "journal.title", base + "/journal", here(request, base)))
                : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.keep(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        return request.getRequestURI().startsWith(base + "/journal");
    }
}
