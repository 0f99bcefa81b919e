package org.wirknetz.tasks.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;
import org.wirknetz.tasks.TaskPermissions;

/// The pages of decisions and tasks in the room Treffen.
@Component
class TaskDoors implements RoomDoor {

    private final TaskPermissions may;

    TaskDoors(TaskPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        if (!may.readDecisions(visitor)) return List.of();
        var path = request.getRequestURI();
        boolean here = path.startsWith(base + "/decisions") || path.startsWith(base + "/tasks");
        return List.of(new Room("meetings", 45, base + "/decisions", 0, here));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var pages = new ArrayList<RoomPage>();
        if (may.readDecisions(visitor)) pages.add(page(request, base, "decisions", 30, "tasks.decisions"));
        if (may.readTasks(visitor)) pages.add(page(request, base, "tasks", 40, "tasks.title"));
        return List.copyOf(pages);
    }

    private static RoomPage page(HttpServletRequest request, String base, String name, int order, String words) {
        var href = base + "/" + name;
        return new RoomPage(
                "meetings", order, words, href, request.getRequestURI().startsWith(href));
    }
}
