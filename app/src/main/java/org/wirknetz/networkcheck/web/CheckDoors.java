package org.wirknetz.networkcheck.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.networkcheck.NetworkcheckPermissions;
import org.wirknetz.platform.web.Room;
import org.wirknetz.platform.web.RoomDoor;
import org.wirknetz.platform.web.RoomPage;

@Component
class CheckDoors implements RoomDoor {

    private final NetworkcheckPermissions may;

    CheckDoors(NetworkcheckPermissions may) {
        this.may = may;
    }

    @Override
    public List<Room> doors(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var path = request.getRequestURI();
        var doors = new ArrayList<Room>();
        if (may.seeNames(visitor)) {
            boolean here = path.startsWith(base + "/ties") || path.startsWith(base + "/benefits");
            doors.add(new Room("cooperation", 39, base + "/ties", 0, here));
        }
        if (may.seeCheck(visitor)) {
            doors.add(new Room(
                    "networkcheck",
                    70,
                    base + "/check",
                    0,
                    path.startsWith(base + "/check") || path.startsWith(base + "/load")));
        }
        return doors;
    }

    @Override
    public List<RoomPage> pages(HttpServletRequest request, String base) {
        if (!(request.getAttribute(Visitor.class.getName()) instanceof Visitor visitor)) return List.of();
        var path = request.getRequestURI();
        var pages = new ArrayList<RoomPage>();
        if (may.seeNames(visitor)) {
            boolean here = path.startsWith(base + "/ties")
                    && !path.equals(base + "/ties/matrix")
                    && !path.equals(base + "/ties/binding")
                    && !path.equals(base + "/ties/coopetition");
            pages.add(new RoomPage("cooperation", 90, "networkcheck.ties.title", base + "/ties", here));
            pages.add(page("cooperation", 92, "networkcheck.binding.title", base + "/ties/binding", path));
        }
        if (may.enterTies(visitor)) {
            pages.add(page("cooperation", 95, "networkcheck.matrix.page", base + "/ties/matrix", path));
            pages.add(new RoomPage(
                    "cooperation",
                    35,
                    visitor.isOffice() ? "networkcheck.membership.pages" : "networkcheck.membership.page",
                    base + "/benefits",
                    path.startsWith(base + "/benefits")));
        }
        if (may.seeCoopetition(visitor)) {
            pages.add(page("cooperation", 97, "networkcheck.coopetition.page", base + "/ties/coopetition", path));
        }
        if (may.seeCheck(visitor)) {
            pages.add(page("networkcheck", 10, "networkcheck.check.page", base + "/check", path));
            pages.add(rest(24, "networkcheck.frozen.title", base + "/check/frozen", path));
            pages.add(rest(13, "networkcheck.summary.page", base + "/check/neutrality/summaries", path));
        }
        if (may.enterTies(visitor)) {
            pages.add(rest(16, "networkcheck.load.page", base + "/load", path));
            pages.add(rest(17, "networkcheck.levels.page", base + "/check/levels", path));
            pages.add(rest(18, "networkcheck.anchoring.page", base + "/check/anchoring", path));
        }
        if (may.seeNames(visitor)) {
            for (var chapter : Chapter.values()) {
                pages.add(page(
                        "networkcheck",
                        11 + chapter.ordinal(),
                        "networkcheck.chapter." + chapter.path() + ".page",
                        base + "/check/" + chapter.path(),
                        path));
            }
            pages.add(page("networkcheck", RoomPage.REST + 10, "networkcheck.work.page", base + "/check/work", path));
            pages.add(page("networkcheck", 15, "networkcheck.map.title", base + "/check/map", path));
            pages.add(page("networkcheck", 16, "networkcheck.what-if.page", base + "/check/what-if", path));
            pages.add(page("networkcheck", RoomPage.REST + 20, "networkcheck.table.page", base + "/check/table", path));
            var summaries = base + "/check/neutrality/summaries";
            pages.add(new RoomPage(
                    "networkcheck",
                    RoomPage.REST + 12,
                    "networkcheck.neutral.page",
                    base + "/check/neutrality",
                    path.startsWith(base + "/check/neutrality") && !path.startsWith(summaries)));
            pages.add(page(
                    "networkcheck", RoomPage.REST + 11, "networkcheck.steering.page", base + "/check/steering", path));
            pages.add(page("networkcheck", RoomPage.REST + 22, "networkcheck.areas.page", base + "/check/areas", path));
        }
        if (may.seeRisks(visitor)) {
            pages.add(page("networkcheck", 17, "networkcheck.alarms.page", base + "/check/alarms", path));
            pages.add(page("networkcheck", 18, "networkcheck.steps.page", base + "/check/steps", path));
        }
        if (may.seeFunding(visitor)) {
            pages.add(rest(14, "networkcheck.funding.page", base + "/check/funding", path));
        }
        return pages;
    }

    /// A page under the heading of the rest, with the pages below it.
    private static RoomPage rest(int order, String words, String href, String path) {
        return new RoomPage("networkcheck", RoomPage.REST + order, words, href, path.startsWith(href));
    }

    private static RoomPage page(String room, int order, String words, String href, String path) {
        return new RoomPage(room, order, words, href, path.equals(href));
    }
}
