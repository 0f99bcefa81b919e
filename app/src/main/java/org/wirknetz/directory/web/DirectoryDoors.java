package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;

/// The two doors of the directory: today's letter and the partners.
@Component
class DirectoryDoors implements RoomDoor {

    private static final List<String> PARTNERS =
            List.of("/organisations", "/people", "/structures", "/targets", "/duplicates", "/search");

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        var path = request.getRequestURI();
        return List.of(
                new Room("today", 10, base, 0, path.equals(base) || path.equals(base + "/")),
                new Room(
                        "partners",
                        20,
                        base + "/organisations",
                        0,
                        PARTNERS.stream().anyMatch(part -> path.startsWith(base + part))));
    }
}
