package org.wirknetz.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.directory.DirectoryPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The two doors of the directory: today's letter and the partners.
@Component
class DirectoryDoors implements RoomDoor {

    private static final List<String> PARTNERS = List.of(
            "/organisations", "/people", "/structures", "/targets", "/duplicates", "/retention", "/search", "/profile");

    private final DirectoryPermissions may;

    DirectoryDoors(DirectoryPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        var path = request.getRequestURI();
        var settings = base + "/settings/directory";
        var doors = new ArrayList<Room>();
        doors.add(new Room("today", 10, base, 0, path.equals(base) || path.equals(base + "/")));
        boolean among = PARTNERS.stream().anyMatch(part -> path.startsWith(base + part));
        doors.add(new Room("partners", 20, base + "/organisations", 0, among));
        if (request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.maintainAll(visitor)) {
            doors.add(new Room("administration", 116, settings, 0, path.equals(settings)));
        }
        return doors;
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var path = request.getRequestURI();
        var pages = new ArrayList<RoomPage>();
        pages.add(page("organisations", 10, path, base));
        if (may.readPeople(visitor)) pages.add(page("people", 20, path, base));
        pages.add(page("targets", 30, path, base));
        pages.add(page("structures", 40, path, base));
        pages.add(page("profile", 60, path, base));
        if (may.maintainAll(visitor)) {
            pages.add(page("duplicates", 50, path, base));
            pages.add(page("retention", 55, path, base));
            var settings = base + "/settings/directory";
            pages.add(new RoomPage("administration", 50, "directory.settings.page", settings, path.equals(settings)));
        }
        return pages;
    }

    private static RoomPage page(String name, int order, String path, String base) {
        var href = base + "/" + name;
        return new RoomPage("partners", order, "directory." + name + ".title", href, path.startsWith(href));
    }
}
