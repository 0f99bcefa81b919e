package org.wirknetz.rounds.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;
import org.wirknetz.rounds.RoundsPermissions;

/// The page of question rounds in the room Treffen.
@Component
class RoundDoors implements RoomDoor {

    private static final String ROOM = "meetings";

    private final RoundsPermissions may;

    RoundDoors(RoundsPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request) ? List.of(new Room(ROOM, 48, base + "/rounds", 0, here(request, base))) : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new RoomPage(ROOM, 90, "rounds.title", base + "/rounds", here(request, base)))
                : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.see(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        return request.getRequestURI().startsWith(base + "/rounds");
    }
}
