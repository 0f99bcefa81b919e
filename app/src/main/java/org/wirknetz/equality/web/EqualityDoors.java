package org.wirknetz.equality.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.equality.EqualityPermissions;

/// The page of equality in the room Netzwerk-Check.
@Component
class EqualityDoors extends PageDoor {

    EqualityDoors(EqualityPermissions may) {
        super("networkcheck", 71, 1032, "equality.title", "/equality", may::see);
    }
}
