package org.wirknetz.journal.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.journal.JournalPermissions;

/// The page of the contact journal in the room Kommunikation.
@Component
class JournalDoors extends PageDoor {

    JournalDoors(JournalPermissions may) {
        super("communication", 58, 90, "journal.title", "/journal", may::keep);
    }
}
