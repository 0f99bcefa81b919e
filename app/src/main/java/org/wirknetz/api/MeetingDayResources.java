package org.wirknetz.api;

import static org.wirknetz.api.Field.of;
import static org.wirknetz.api.Field.oneOf;
import static org.wirknetz.api.Field.text;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wirknetz.api.Field.Type;
import org.wirknetz.meetings.MeetingsPermissions;

/// Who is asked to a meeting and who was there, what was voted, and the minutes once they are approved. Votes are cast
/// and
/// minutes are written by people on the page.
@Component
class MeetingDayResources implements RoomResources {

    /// Addresses and what people add to their answers are for whoever plans the meeting, and for themselves.
    private static final String INVITATIONS = """
            (select i.network, i.id, i.meeting, i.person, i.organisation, i.name, i.guest, i.told_sequence is not null as told, i.answer,
                    i.represented_by, i.waiting_since is not null as waiting, i.answered_at, i.answered_by_way as answered_by,
                    case when sight.whole then i.email end as email, case when sight.whole then i.comment end as comment
               from meetings.invitation i
              cross join lateral (select (select access.is_office())
                                         or i.meeting in (select m.id from meetings.meeting m
                                                           where m.group_id = any ((select meetings.own_groups(true))::uuid[]))
                                         or coalesce(i.person = any ((select meetings.own_people())::uuid[]), false) as whole) sight)""";

    /// Of minutes that are not approved, whoever may reads a draft on the page; it may still change.
    private static final String MINUTES = """
            (select m.network, m.id, m.meeting, m.taker, m.proposed_on, m.approved_on, m.sealed as text, m.sha256
               from meetings.minutes m where m.state = 'APPROVED')""";

    private final MeetingsPermissions meetings;
    private final InvitationsWriting invitations;
    private final AttendancesWriting attendances;

    MeetingDayResources(MeetingsPermissions meetings, InvitationsWriting invitations, AttendancesWriting attendances) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.attendances = attendances;
    }

    @Override
    public List<Resource> resources() {
        return List.of(invitations(), attendances(), ballots(), minutes());
    }

    private Resource invitations() {
        return new Resource(
                "invitations",
                "meetings.invitation",
                INVITATIONS,
                List.of(
                        of("meeting", Type.UUID).needed(),
                        of("person", Type.UUID),
                        of("organisation", Type.UUID),
                        text("name", 200),
                        text("email", 254),
                        of("guest", Type.BOOLEAN).readOnly(),
                        of("told", Type.BOOLEAN).readOnly(),
                        oneOf("answer", "YES", "NO", "MAYBE"),
                        text("representedBy", 200),
                        text("comment", 1_000),
                        of("waiting", Type.BOOLEAN).readOnly(),
                        of("answeredAt", Type.TIME).readOnly(),
                        oneOf("answeredBy", "LINK", "WORKSPACE", "MAIL", "OFFICE")
                                .readOnly()),
                meetings::see,
                meetings::see,
                invitations);
    }

    private Resource attendances() {
        return new Resource(
                "attendances",
                "meetings.attendance",
                "meetings.attendance",
                List.of(
                        of("meeting", Type.UUID).needed(),
                        of("organisation", Type.UUID),
                        of("person", Type.UUID),
                        text("name", 200),
                        of("guest", Type.BOOLEAN),
                        oneOf("presence", "PRESENT", "EXCUSED", "ABSENT").needed(),
                        of("arrivedAt", Type.TIME),
                        of("leftAt", Type.TIME),
                        of("version", Type.INTEGER).readOnly()),
                meetings::see,
                meetings::see,
                attendances);
    }

    /// Questions and sums. How a single organisation voted is read on the page of an open ballot; of a secret one
    /// nowhere.
    private Resource ballots() {
        return new Resource(
                "ballots",
                "meetings.ballot",
                "meetings.ballot",
                List.of(
                        of("meeting", Type.UUID).readOnly(),
                        of("agendaItem", Type.UUID).readOnly(),
                        text("question", 500).readOnly(),
                        of("secret", Type.BOOLEAN).readOnly(),
                        oneOf("majority", "SIMPLE", "TWO_THIRDS", "UNANIMOUS").readOnly(),
                        oneOf("state", "PREPARED", "OPEN", "CLOSED", "VOID").readOnly(),
                        of("openedAt", Type.TIME).readOnly(),
                        of("closedAt", Type.TIME).readOnly(),
                        of("entitled", Type.INTEGER).readOnly(),
                        of("quorumNeeded", Type.INTEGER).readOnly(),
                        of("presentOpen", Type.INTEGER).readOnly(),
                        of("presentClose", Type.INTEGER).readOnly(),
                        of("quorate", Type.BOOLEAN).readOnly(),
                        of("yes", Type.INTEGER).readOnly(),
                        of("no", Type.INTEGER).readOnly(),
                        of("abstained", Type.INTEGER).readOnly(),
                        of("recused", Type.INTEGER).readOnly(),
                        of("accepted", Type.BOOLEAN).readOnly(),
                        text("slipsSha256", 64).readOnly(),
                        text("reason", 1_000).readOnly(),
                        of("decision", Type.UUID).readOnly()),
                meetings::see,
                nobody -> false);
    }

    private Resource minutes() {
        return new Resource(
                "minutes",
                "meetings.minutes",
                MINUTES,
                List.of(
                        of("meeting", Type.UUID).readOnly(),
                        text("taker", 200).readOnly(),
                        of("proposedOn", Type.DATE).readOnly(),
                        of("approvedOn", Type.DATE).readOnly(),
                        text("text", 1_000_000).readOnly(),
                        text("sha256", 64).readOnly()),
                meetings::see,
                nobody -> false);
    }
}
