package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.access.Visitor;
import org.wirknetz.api.Field.Type;
import org.wirknetz.meetings.MeetingsPermissions;

/// Meetings, their agenda and where they take place. Whom one concerns is held by the database.
@Component
class MeetingResources implements RoomResources {

    private final MeetingsPermissions meetings;
    private final MeetingsWriting writing;

    MeetingResources(MeetingsPermissions meetings, MeetingsWriting writing) {
        this.meetings = meetings;
        this.writing = writing;
    }

    @Override
    public List<Resource> resources() {
        return List.of(
                new Resource(
                        "meetings",
                        "meetings.meeting",
                        "(select meeting.*, meeting.location as place from meetings.meeting meeting)",
                        List.of(
                                text("title", 200).needed(),
                                oneOf("kind", "STEERING", "PLENARY", "GROUP", "WORKSHOP", "TALK")
                                        .needed(),
                                oneOf("circle", "GROUP", "NETWORK"),
                                of("groupId", Type.UUID),
                                of("series", Type.UUID).readOnly(),
                                of("startsAt", Type.TIME).needed(),
                                of("endsAt", Type.TIME).needed(),
                                of("venue", Type.UUID),
                                text("place", 300),
                                text("onlineLink", 500),
                                of("hostOrganisation", Type.UUID),
                                text("purpose", 4_000),
                                of("capacity", Type.INTEGER),
                                of("replyUntil", Type.DATE),
                                oneOf("state", "DRAFT", "INVITED", "CANCELLED"),
                                text("reason", 1_000),
                                of("sequence", Type.INTEGER).readOnly(),
                                of("version", Type.INTEGER).readOnly()),
                        meetings::see,
                        meetings::see,
                        writing),
                new Resource(
                        "agenda-items",
                        "meetings.agenda_item",
                        "meetings.agenda_item",
                        List.of(
                                of("meeting", Type.UUID).needed(),
                                of("position", Type.INTEGER).needed(),
                                text("title", 300).needed(),
                                oneOf("kind", "IMPULSE", "EXCHANGE", "DECISION", "INFORMATION")
                                        .needed(),
                                of("minutes", Type.INTEGER),
                                oneOf("side", "PRACTICE", "THEORY"),
                                of("speakerPerson", Type.UUID),
                                of("speakerOrganisation", Type.UUID),
                                of("proposer", Type.UUID),
                                text("notes", 4_000),
                                of("version", Type.INTEGER).readOnly()),
                        meetings::see,
                        Visitor::isOffice),
                new Resource(
                        "venues",
                        "meetings.venue",
                        "meetings.venue",
                        List.of(
                                text("name", 200).needed(),
                                text("street", 200),
                                text("postcode", 20),
                                text("city", 100),
                                oneOf("stepFree", "YES", "PARTLY", "NO", "UNKNOWN"),
                                text("accessNote", 1_000),
                                text("directions", 2_000),
                                of("organisation", Type.UUID),
                                of("version", Type.INTEGER).readOnly()),
                        meetings::see,
                        Visitor::isOffice));
    }
}
