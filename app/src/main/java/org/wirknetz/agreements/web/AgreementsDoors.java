package org.wirknetz.agreements.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.agreements.AgreementsPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// The first page of the room *Zusammenarbeit*.
@Component
class AgreementsDoors implements RoomDoor {

    private final AgreementsPermissions may;

    AgreementsDoors(AgreementsPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!enters(request)) return List.of();
        return List.of(new Room(
                "cooperation",
                30,
                base + "/agreements",
                0,
                here(request, base + "/agreements") || here(request, base + "/obligations")));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!enters(request)) return List.of();
        var pages = new java.util.ArrayList<RoomPage>();
        pages.add(page(10, "agreements.title", request, base + "/agreements"));
        if (request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.draft(visitor))
            pages.add(page(15, "agreements.obligations", request, base + "/obligations"));
        return pages;
    }

    private static RoomPage page(int order, String words, HttpServletRequest request, String path) {
        return new RoomPage("cooperation", order, words, path, here(request, path));
    }

    private boolean enters(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.enter(visitor);
    }

    private static boolean here(HttpServletRequest request, String path) {
        return request.getRequestURI().equals(path) || request.getRequestURI().startsWith(path + "/");
    }
}
