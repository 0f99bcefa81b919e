package org.wirknetz.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/// A module that has something to show in the navigation implements this; it asks its own permissions.
public interface RoomDoor {
    /// @param base the path of the network's workspace, such as `/w/lindenfurt`
    List<Room> doors(HttpServletRequest request, String base);
}
