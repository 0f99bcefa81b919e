package org.wirknetz.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// A module with one page in a room: the door leads there, for whoever may see it.
public class PageDoor implements RoomDoor {

    private final String room;
    private final int door;
    private final int page;
    private final String words;
    private final String path;
    private final Predicate<Visitor> may;

    /// @param door its place among the doors, where the first of a room is the one that opens
    /// @param page its place in the row of pages
    /// @param path behind the workspace, such as `/groups`
    protected PageDoor(String room, int door, int page, String words, String path, Predicate<Visitor> may) {
        this.room = room;
        this.door = door;
        this.page = page;
        this.words = words;
        this.path = path;
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request) ? List.of(new Room(room, door, base + path, 0, here(request, base))) : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request) ? List.of(new RoomPage(room, page, words, base + path, here(request, base))) : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.test(visitor);
    }

    private boolean here(HttpServletRequest request, String base) {
        var asked = request.getRequestURI();
        return asked.equals(base + path) || asked.startsWith(base + path + "/");
    }
}
