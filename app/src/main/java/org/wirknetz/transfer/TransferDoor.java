package org.wirknetz.transfer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;

/// The door to import and export in the navigation.
@Component
class TransferDoor implements RoomDoor {

    private final TransferPermissions may;

    TransferDoor(TransferPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor) || !may.importLists(visitor)) {
            return List.of();
        }
        var here = request.getRequestURI();
        return List.of(new Room(
                "transfer",
                105,
                base + "/imports",
                0,
                here.startsWith(base + "/imports") || here.startsWith(base + "/exports")));
    }
}
