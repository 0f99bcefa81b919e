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
        return List.of(new Room("cooperation", 30, base + "/agreements", 0, here(request, base + "/agreements")));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!enters(request)) return List.of();
        return List.of(new RoomPage(
                "cooperation", 10, "agreements.title", base + "/agreements", here(request, base + "/agreements")));
    }

    private boolean enters(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.enter(visitor);
    }

    private static boolean here(HttpServletRequest request, String path) {
        return request.getRequestURI().equals(path) || request.getRequestURI().startsWith(path + "/");
    }
}
