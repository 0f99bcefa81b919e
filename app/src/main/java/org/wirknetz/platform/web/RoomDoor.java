package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// A module that has something to show in the navigation implements this; it asks its own permissions.
///
/// Several modules may lead into one room: doors with one key become one door, that leads where the first of them
/// leads.
public interface RoomDoor {
    /// @param base the path of the network's workspace, such as `/w/lindenfurt`
    List<Room> doors(HttpServletRequest request, String base);

    /// What stands in the row of pages of a room, see `pages.jte`.
    default List<RoomPage> pages(HttpServletRequest request, String base) {
        return List.of();
    }
}
