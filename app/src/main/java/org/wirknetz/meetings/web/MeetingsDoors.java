package org.wirknetz.meetings.web;

import org.springframework.stereotype.Component;
import org.wirknetz.access.PageDoor;
import org.wirknetz.meetings.MeetingsPermissions;

/// The first page of the room Treffen.
@Component
class MeetingsDoors extends PageDoor {

    MeetingsDoors(MeetingsPermissions may) {
        super("meetings", 40, 10, "meetings.title", "/meetings", may::enter);
    }
}
