package org.wirknetz.rounds.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.rounds.RoundsPermissions;

/// The page of question rounds in the room Treffen.
@Component
class RoundDoors extends PageDoor {

    RoundDoors(RoundsPermissions may) {
        super("meetings", 48, 90, "rounds.title", "/rounds", may::see);
    }
}
