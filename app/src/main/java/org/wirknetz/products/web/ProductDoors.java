package org.wirknetz.products.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;
import org.wirknetz.products.ProductPermissions;

/// The page of joint products in the room Zusammenarbeit.
@Component
class ProductDoors implements RoomDoor {

    private final ProductPermissions may;

    ProductDoors(ProductPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new Room("cooperation", 38, base + "/products", 0, here(request, base)))
                : List.of();
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        return sees(request)
                ? List.of(new RoomPage("cooperation", 60, "products.title", base + "/products", here(request, base)))
                : List.of();
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.see(visitor);
    }

    private static boolean here(HttpServletRequest request, String base) {
        return request.getRequestURI().startsWith(base + "/products");
    }
}
