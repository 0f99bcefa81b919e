package org.wirknetz.groups.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.groups.GroupsPermissions;

/// The page of bodies and groups in the room Treffen.
@Component
class GroupDoors extends PageDoor {

    GroupDoors(GroupsPermissions may) {
        super("meetings", 42, 20, "groups.title", "/groups", may::enter);
    }
}
