package org.wirknetz.newsletter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.newsletter.NewsletterPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

/// Newsletters, circulars, lists and what one gets oneself, in the room Kommunikation.
@Component
class CommunicationDoors implements RoomDoor {

    private final NewsletterPermissions may;

    CommunicationDoors(NewsletterPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!sees(request)) return List.of();
        boolean here =
                List.of("/newsletters", "/newsletter-items", "/circulars", "/mailing-lists", "/preferences").stream()
                        .anyMatch(it -> here(request, base + it));
        return List.of(new Room("communication", 50, base + "/newsletters", 0, here));
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor) || !may.see(visitor)) {
            return List.of();
        }
        var pages = new ArrayList<RoomPage>();
        pages.add(page(10, "newsletter.title", base + "/newsletters", request));
        if (may.contribute(visitor)) {
            pages.add(page(15, "newsletter.items.title", base + "/newsletter-items", request));
        }
        pages.add(page(20, "newsletter.circulars.title", base + "/circulars", request));
        if (may.edit(visitor)) pages.add(page(30, "newsletter.lists.title", base + "/mailing-lists", request));
        pages.add(page(90, "newsletter.mine.title", base + "/preferences", request));
        return pages;
    }

    private static RoomPage page(int order, String words, String href, HttpServletRequest request) {
        return new RoomPage("communication", order, words, href, here(request, href));
    }

    private boolean sees(HttpServletRequest request) {
        return request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor && may.see(visitor);
    }

    private static boolean here(HttpServletRequest request, String path) {
        return request.getRequestURI().equals(path) || request.getRequestURI().startsWith(path + "/");
    }
}
